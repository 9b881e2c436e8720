package dev.pressline.local.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.contract.event.Topics;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Patience;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class QuiescenceTest {

    private final Quiescence quiescence = new Quiescence();

    @Test
    void pipeline_idleTwiceWithoutNewRecords_hasFinished() {
        // Given
        Snapshot idle = snapshot(5, 0, OptionalLong.of(0));

        // When / Then
        assertThat(quiescence.reached(idle)).isFalse();
        assertThat(quiescence.reached(idle)).isTrue();
    }

    @Test
    void pipeline_idleTwiceWithRecordsBetween_hasNot() {
        // Given
        quiescence.reached(snapshot(5, 0, OptionalLong.of(0)));

        // When / Then
        assertThat(quiescence.reached(snapshot(6, 0, OptionalLong.of(0)))).isFalse();
    }

    @Test
    void pipeline_withLagOrHeldWorkOrSilentServices_hasNot() {
        // When / Then
        for (Snapshot busy :
                new Snapshot[] {
                    snapshot(5, 1, OptionalLong.of(0)),
                    snapshot(5, 0, OptionalLong.of(1)),
                    snapshot(5, 0, OptionalLong.empty())
                }) {
            quiescence.reached(busy);
            assertThat(quiescence.reached(busy)).isFalse();
        }
    }

    @Test
    void await_pipelineThatNeverFinishes_saysWhatItWasAt() {
        // Given
        Patience none = new Patience(Duration.ZERO, Duration.ofMillis(1));

        // When / Then
        assertThatThrownBy(() -> quiescence.await(() -> snapshot(5, 3, OptionalLong.of(1)), none))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("a quiet pipeline")
                .hasMessageContaining("INDEX=3")
                .hasMessageContaining("pending=OptionalLong[1]");
    }

    private static Snapshot snapshot(long written, long lag, OptionalLong pending) {
        return new Snapshot(Map.of(Topics.RAW, written), Map.of(Step.INDEX, lag), pending);
    }
}
