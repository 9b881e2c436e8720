package dev.pressline.kit.watch;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What the brokers say of one group. Throws {@link
 * dev.pressline.kit.failure.InfrastructureException} when they do not answer.
 */
interface GroupView {

    /**
     * What lies between the offset of a group and the end of a partition.
     *
     * @param next the offset that is read next
     * @param end the offset behind the last record
     */
    record Stretch(long next, long end) {}

    /**
     * A group at one moment.
     *
     * @param stretches of every partition of its topics
     * @param assigned the partitions that members have
     */
    record Look(Map<TopicPartition, Stretch> stretches, Set<TopicPartition> assigned) {}

    /** How the group stands now. */
    Look look();

    /**
     * When the first committed record of each stretch was accepted; empty for one of nothing but
     * marks that end transactions. Those of which nothing could be read in time are left out.
     */
    Map<TopicPartition, Optional<Instant>> oldest(Map<TopicPartition, Stretch> stretches);
}
