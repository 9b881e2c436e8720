package dev.pressline.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.stream.StreamEvent.Place;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Reads the JSON events of Tap ({@code /channel} and webhook). Their place is the id that is
 * acknowledged. Thread-safe.
 */
public final class TapDecoder implements StreamDecoder {

    private final JetstreamEvents events;
    private final Clock clock;

    /** Keeps what {@code parser} wants; events have no time but that of {@code clock}. */
    public TapDecoder(RowParser parser, Clock clock) {
        this.events = new JetstreamEvents(parser);
        this.clock = clock;
    }

    @Override
    public StreamEvent decode(StreamMessage message) {
        return JsonMessages.read(message, this::event);
    }

    private StreamEvent event(EventJson message) {
        JsonNode event = message.envelope();
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        Place place = new Place(event.path("id").asLong(0), now);
        return switch (event.path("type").asText("")) {
            case "record" -> record(place, event.path("record"), message.record());
            case "identity" -> identity(place, event.path("identity"));
            default -> new StreamEvent.Rows(place, List.of());
        };
    }

    private StreamEvent record(Place place, JsonNode record, Optional<byte[]> json) {
        Row row =
                events.row(
                        record.path("did").asText(""),
                        record,
                        record.path("action").asText(""),
                        json);
        return new StreamEvent.Rows(place, List.of(row));
    }

    /** Says handle and state at once, whichever changed. */
    private static StreamEvent identity(Place place, JsonNode identity) {
        Did did = Did.parse(identity.path("did").asText(""));
        boolean active = identity.path("is_active").asBoolean(false);
        String status = active ? "" : identity.path("status").asText("");
        Row row = AccountRows.of(did, active, status, place.time());
        return new StreamEvent.IdentityChanged(place, did, List.of(row));
    }
}
