package dev.pressline.normalize.pending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.kit.failure.InfrastructureException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RawRunsTest {

    private final RawPartition partition = new RawPartition();
    private final RawRuns runs = new RawRuns(partition::consumer);

    @Test
    void run_fromAnOffset_isWhatComesAtOnceAndWhereItEnds() {
        // Given
        partition.has(10, 5, 7, 8);

        // When
        RawRuns.Run run = runs.read(RawPartition.NUMBER, 5);

        // Then
        assertThat(run.records()).extracting(ConsumerRecord::offset).containsExactly(5L, 7L, 8L);
        assertThat(run.end()).isEqualTo(9);
    }

    @Test
    void run_whoseBeginningWasCompactedAway_beginsWithTheNext() {
        // Given
        partition.has(10, 7);

        // When
        RawRuns.Run run = runs.read(RawPartition.NUMBER, 5);

        // Then
        assertThat(run.records()).extracting(ConsumerRecord::offset).containsExactly(7L);
        assertThat(run.end()).isEqualTo(8);
    }

    @Test
    void run_behindTheEndOfTheTopic_isEmptyAndLeavesNothingBefore() {
        // Given
        partition.has(5);

        // When
        RawRuns.Run run = runs.read(RawPartition.NUMBER, 5);

        // Then
        assertThat(run.records()).isEmpty();
        assertThat(run.end()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void brokers_thatFail_areInfrastructureAndAskedAnewNextTime() {
        // Given
        partition.fails();

        // When / Then
        assertThatThrownBy(() -> runs.read(RawPartition.NUMBER, 5))
                .isInstanceOf(InfrastructureException.class);
        assertThat(partition.consumer().closed()).isTrue();
    }
}
