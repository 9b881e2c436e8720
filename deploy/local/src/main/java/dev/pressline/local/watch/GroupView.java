package dev.pressline.local.watch;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * A consumer group of ours at one moment, partition by partition. Immutable.
 *
 * @param name of the group
 * @param state in the words of the brokers
 * @param members how many there are
 * @param shares what it reads, by topic and partition
 */
public record GroupView(String name, String state, int members, List<Share> shares) {

    /** Takes a copy. */
    public GroupView {
        shares = List.copyOf(shares);
    }

    /**
     * A partition of a group.
     *
     * @param partition which
     * @param committed up to where it is done; 0 where nothing is known
     * @param end where the next record goes
     * @param left how many records lie between; of many, offsets
     * @param member who has it, by client id and address; empty where nobody has
     */
    public record Share(
            TopicPartition partition,
            long committed,
            long end,
            long left,
            Optional<String> member) {}
}
