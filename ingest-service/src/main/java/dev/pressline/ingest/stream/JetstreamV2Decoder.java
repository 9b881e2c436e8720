package dev.pressline.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.row.RejectionReason;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.stream.StreamEvent.Place;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Reads the JSON messages of Jetstream v2 ({@code network.bsky.jetstream.subscribeEvents}). Their
 * place is {@code seq}, which is one server's own. Pure; thread-safe.
 */
public final class JetstreamV2Decoder implements StreamDecoder {

    private final JetstreamEvents events;

    /** Keeps what {@code parser} wants. */
    public JetstreamV2Decoder(RowParser parser) {
        this.events = new JetstreamEvents(parser);
    }

    @Override
    public StreamEvent decode(StreamMessage message) {
        return JsonMessages.read(message, this::message);
    }

    private StreamEvent message(EventJson json) {
        JsonNode message = json.envelope();
        return switch (message.path("$type").asText("")) {
            case "message" -> payload(message.path("payload"), json.record());
            case "error" ->
                    new StreamEvent.Ended(
                            message.path("error").asText(""), message.path("message").asText(""));
            default -> new StreamEvent.Nothing();
        };
    }

    private StreamEvent payload(JsonNode payload, Optional<byte[]> record) {
        String type = payload.path("$type").asText("");
        String kind = type.substring(type.indexOf('#') + 1);
        if (kind.equals("info")) {
            return new StreamEvent.Gap(
                    payload.path("name").asText("") + ": " + payload.path("message").asText(""));
        }
        Place place = new Place(payload.path("seq").asLong(0), micros(payload.path("time")));
        if (place.position() <= 0) {
            return JsonMessages.unreadable(RejectionReason.NO_IDENTITY, "there is no seq");
        }
        String did = payload.path("did").asText("");
        return switch (kind) {
            case "commit" ->
                    new StreamEvent.Rows(
                            place,
                            List.of(
                                    events.row(
                                            did,
                                            payload,
                                            payload.path("operation").asText(""),
                                            record)));
            case "identity" -> new StreamEvent.IdentityChanged(place, Did.parse(did), List.of());
            case "account" ->
                    JetstreamEvents.account(place, Did.parse(did), payload.path("account"));
            case "sync" -> new StreamEvent.RepositoryReset(place, Did.parse(did));
            default -> new StreamEvent.Rows(place, List.of());
        };
    }

    private static long micros(JsonNode time) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(time.asText("")));
        } catch (DateTimeException e) {
            return 0;
        }
    }
}
