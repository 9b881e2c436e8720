package dev.pressline.render.job;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.page.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * That a document which could be listed is deleted, or hidden by its own labels: what the channels
 * that it shares with others say of it. It travels in a header, beside a null value. Immutable.
 *
 * @param rev the version that deleted or hid it
 * @param tags the tags of its last version
 */
public record Departure(Tid rev, List<Tag> tags) {

    private static final String HEADER = "pressline_departure";

    /** The departure that headers tell of. */
    public static Optional<Departure> read(Headers headers) {
        return EnvelopeHeaders.text(headers, HEADER)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .map(json -> ContractJson.read(Departure.class, json));
    }

    /** Adds it to headers. */
    public void addTo(Headers headers) {
        byte[] json = ContractJson.write(Departure.class, this);
        headers.add(HEADER, json);
    }

    /** The same for the channel of one of its tags. */
    public Departure withoutTags() {
        return new Departure(rev, List.of());
    }
}
