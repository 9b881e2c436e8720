package dev.pressline.contract.document;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One change to a field: {@code field} is the JSON pointer into the raw record, {@code before} and
 * {@code after} its value. Immutable.
 */
public record Repair(
        String field,
        String rule,
        int version,
        Certainty certainty,
        JsonNode before,
        JsonNode after) {}
