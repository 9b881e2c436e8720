package dev.pressline.normalize.core;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.event.Envelope;

/**
 * A record as it was received. Immutable as long as nobody changes the value, which the core never
 * does.
 *
 * @param envelope where it comes from and which version it is
 * @param value its JSON
 */
public record RawRecord(Envelope envelope, JsonNode value) {}
