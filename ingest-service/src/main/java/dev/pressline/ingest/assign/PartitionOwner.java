package dev.pressline.ingest.assign;

import java.util.Set;

/** What a replica does with the partitions of the cursors' topic that are its own for a while. */
public interface PartitionOwner {

    /** Partitions are ours; returns soon. */
    void assigned(Set<Integer> partitions);

    /** Partitions go; returns when nothing of ours moves a cursor on them any more. */
    void revoked(Set<Integer> partitions);

    /** Somebody, perhaps we, wrote a cursor on a partition of ours. */
    void written(String source, byte[] cursor);
}
