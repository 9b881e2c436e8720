package dev.pressline.normalize.pending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RawRecordsTest {

    private final RawPartition partition = new RawPartition();
    private final RawRecords raw = new RawRecords(partition::consumer);

    @Test
    void record_atItsOffset_isRead() {
        partition.has(10, 5, 6);
        assertThat(raw.read(RawPartition.NUMBER, 5))
                .hasValueSatisfying(found -> assertThat(found.key()).isEqualTo("k5"));
    }

    @Test
    void record_compactedAway_isGone() {
        partition.has(10, 7);
        assertThat(raw.read(RawPartition.NUMBER, 5)).isEmpty();
    }

    @Test
    void record_behindTheEndOfTheTopic_isGone() {
        partition.has(5);
        assertThat(raw.read(RawPartition.NUMBER, 5)).isEmpty();
    }
}
