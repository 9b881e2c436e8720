package dev.pressline.kit.stage;

import dev.pressline.contract.event.DeadLetterHeaders;
import dev.pressline.contract.event.EnvelopeHeaders;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * Which record a dead letter was, by its place on its topic. Immutable.
 *
 * @param partition in digits
 * @param offset in digits
 */
public record LetterOrigin(String partition, String offset) {

    /** What the headers of a dead letter say; empty where they do not. */
    public static Optional<LetterOrigin> of(Headers headers) {
        return EnvelopeHeaders.text(headers, DeadLetterHeaders.PARTITION)
                .flatMap(
                        partition ->
                                EnvelopeHeaders.text(headers, DeadLetterHeaders.OFFSET)
                                        .map(offset -> new LetterOrigin(partition, offset)));
    }
}
