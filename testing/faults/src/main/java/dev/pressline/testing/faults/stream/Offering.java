package dev.pressline.testing.faults.stream;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;
import java.util.Optional;

/** One thing handed to a pipeline. Immutable by convention. */
public sealed interface Offering {

    /** A row for ingest that is a version of a record, or its delete. */
    record Row(byte[] line, AtUri uri, Tid rev, boolean isDelete) implements Offering {}

    /** A row for ingest that can never be a record. */
    record RefusedRow(byte[] line, String reason) implements Offering {}

    /**
     * A record put onto a topic as anybody may who can write there.
     *
     * @param topic the topic
     * @param key its key
     * @param rev its version header, if it has one
     * @param value its bytes
     * @param refusal which dead letter comes of it, where the input log does not say so
     */
    record OnTopic(
            String topic, String key, Optional<String> rev, byte[] value, Optional<Refusal> refusal)
            implements Offering {}

    /** A dead letter: where it will lie, and why. */
    record Refusal(String queue, String reason) {}
}
