package dev.pressline.normalize.pending;

/**
 * How much may wait in memory, over all partitions; what is beyond waits on the topic until half of
 * the others are done. Immutable.
 *
 * @param documents how many documents that are to be looked at again
 * @param putOff how many records that were put off
 */
public record PendingLimits(int documents, int putOff) {}
