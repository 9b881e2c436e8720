package dev.pressline.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.row.RejectionReason;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.stream.StreamEvent.Place;
import java.util.List;
import java.util.Optional;

/**
 * Reads the JSON events of Jetstream v1 ({@code /subscribe}). Their place is their time in
 * microseconds. Pure; thread-safe.
 */
public final class JetstreamV1Decoder implements StreamDecoder {

    private final JetstreamEvents events;

    /** Keeps what {@code parser} wants. */
    public JetstreamV1Decoder(RowParser parser) {
        this.events = new JetstreamEvents(parser);
    }

    @Override
    public StreamEvent decode(StreamMessage message) {
        return JsonMessages.read(message, this::event);
    }

    private StreamEvent event(EventJson message) {
        JsonNode event = message.envelope();
        long time = event.path("time_us").asLong(0);
        if (time <= 0) {
            return JsonMessages.unreadable(RejectionReason.NO_IDENTITY, "there is no time_us");
        }
        Place place = new Place(time, time);
        String did = event.path("did").asText("");
        return switch (event.path("kind").asText("")) {
            case "commit" -> commit(place, did, event.path("commit"), message.record());
            case "identity" -> new StreamEvent.IdentityChanged(place, Did.parse(did), List.of());
            case "account" -> JetstreamEvents.account(place, Did.parse(did), event.path("account"));
            default -> new StreamEvent.Rows(place, List.of());
        };
    }

    private StreamEvent commit(Place place, String did, JsonNode commit, Optional<byte[]> record) {
        String action = commit.path("operation").asText("");
        return new StreamEvent.Rows(place, List.of(events.row(did, commit, action, record)));
    }
}
