package dev.pressline.contract.event;

import java.util.Set;

/**
 * The headers that a dead letter has beside those of the record that it was: why it can never
 * succeed, and where it came from, under the names that SmallRye uses.
 */
public final class DeadLetterHeaders {

    /** Why, one of the closed set of the stage. */
    public static final String REASON = "dead-letter-reason";

    /** Why, in words. */
    public static final String CAUSE = "dead-letter-cause";

    /** The topic of the record. */
    public static final String TOPIC = "dead-letter-topic";

    /** The partition of the record in its topic. */
    public static final String PARTITION = "dead-letter-partition";

    /** The offset of the record in its partition. */
    public static final String OFFSET = "dead-letter-offset";

    /** The stage that gave up. */
    public static final String STAGE = "pressline_stage";

    /** The version of the service that gave up. */
    public static final String VERSION = "pressline_version";

    private static final Set<String> ALL =
            Set.of(REASON, CAUSE, TOPIC, PARTITION, OFFSET, STAGE, VERSION);

    private DeadLetterHeaders() {}

    /** Whether a header is one of these, and no header of the record itself. */
    public static boolean contains(String name) {
        return ALL.contains(name);
    }
}
