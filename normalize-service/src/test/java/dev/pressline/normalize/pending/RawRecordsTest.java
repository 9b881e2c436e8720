package dev.pressline.normalize.pending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.kit.failure.InfrastructureException;
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

    @Test
    void brokers_thatFail_areInfrastructureAndAskedAnewNextTime() {
        // Given
        partition.fails();

        // When / Then
        assertThatThrownBy(() -> raw.read(RawPartition.NUMBER, 5))
                .isInstanceOf(InfrastructureException.class);
        assertThat(partition.consumer().closed()).isTrue();
    }
}
