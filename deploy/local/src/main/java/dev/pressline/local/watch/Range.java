package dev.pressline.local.watch;

import org.apache.kafka.common.TopicPartition;

/** The offsets of a partition from one, included, to another, excluded. Immutable. */
record Range(TopicPartition partition, long from, long to) {

    /** How many offsets that are. */
    long size() {
        return Math.max(0, to - from);
    }
}
