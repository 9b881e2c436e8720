package dev.pressline.normalize.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final Lanes lanes = new Lanes(2);

    private List<Lanes.Lane> fill(String host) {
        List<Lanes.Lane> inside = new ArrayList<>();
        for (int i = 0; i < Lanes.MAX_INSIDE; i++) {
            inside.add(lanes.enter(host).orElseThrow());
        }
        return inside;
    }

    @Test
    void lane_full_turnsTheNextAwayUntilOneLeaves() {
        // Given
        List<Lanes.Lane> inside = fill("a:443");

        // Then
        assertThat(lanes.enter("a:443")).isEmpty();
        assertThat(lanes.enter("b:443")).isPresent();
        lanes.leave(inside.getFirst());
        assertThat(lanes.enter("a:443")).isPresent();
    }

    @Test
    void lane_isOneForAHostAndGoneWithTheLastOneOut() {
        // Given
        List<Lanes.Lane> inside = fill("a:443");
        inside.getFirst().waitedInVain();

        // When / Then
        assertThat(inside).containsOnly(inside.getFirst());
        inside.forEach(lanes::leave);
        assertThat(lanes.size()).isZero();
        assertThat(lanes.enter("a:443").orElseThrow().isSlow()).isFalse();
    }

    @Test
    void lane_isSlowFromTheFirstWaitInVainToTheNextBlob() {
        // Given
        Lanes.Lane lane = lanes.enter("a:443").orElseThrow();
        assertThat(lane.isSlow()).isFalse();

        // When / Then
        lane.waitedInVain();
        assertThat(lane.isSlow()).isTrue();
        lane.delivered();
        assertThat(lane.isSlow()).isFalse();
        assertThat(lane.permits().availablePermits()).isEqualTo(2);
    }
}
