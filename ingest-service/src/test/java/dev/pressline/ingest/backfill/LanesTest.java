package dev.pressline.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.ingest.backfill.Lanes.Lane;
import dev.pressline.ingest.backfill.Lanes.Taken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LanesTest {

    private static final Lane BIG = new Lane("big.example", 2);
    private static final Lane SMALL = new Lane("small.example", 2);

    private final AtomicLong nanos = new AtomicLong();
    private final Lanes<String> lanes = new Lanes<>(nanos::get);

    private void fill(Lane lane, int count) {
        for (int i = 0; i < count; i++) {
            lanes.add(lane, lane.host() + i);
        }
    }

    private List<String> takeAll(int count) throws InterruptedException {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(lanes.take().work());
        }
        return taken;
    }

    @Test
    void hosts_takeTurnsAndNoneHasMoreThanItsShare() throws InterruptedException {
        // Given
        fill(BIG, 1_000);
        fill(SMALL, 3);

        // When / Then
        assertThat(takeAll(4))
                .containsExactly(
                        "big.example0", "small.example0", "big.example1", "small.example1");
        assertThat(lanes.running()).isEqualTo(4);
        assertThat(lanes.waiting()).isEqualTo(999);
    }

    @Test
    void host_thatIsParked_isPassedOverUntilItsPauseIsOver() throws InterruptedException {
        // Given
        fill(BIG, 3);
        Taken<String> failed = lanes.take();

        // When
        lanes.park(failed, Duration.ofSeconds(30));
        fill(SMALL, 1);

        // Then
        assertThat(lanes.parked()).isEqualTo(1);
        assertThat(lanes.take().work()).isEqualTo("small.example0");
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(lanes.parked()).isZero();
        assertThat(takeAll(2)).containsExactly("big.example1", "big.example2");
        assertThat(lanes.waiting()).isEqualTo(1);
    }

    @Test
    void taker_withNothingToTake_waitsForWorkThatIsAddedDoneOrMoved() throws Exception {
        // Given
        fill(BIG, 3);
        Taken<String> first = lanes.take();
        lanes.take();
        CompletableFuture<Taken<String>> third = taking();

        // When: one of the two that run is over, and makes room for the third
        lanes.done(first);

        // Then
        Taken<String> taken = third.get(30, TimeUnit.SECONDS);
        assertThat(taken.work()).isEqualTo("big.example2");
        CompletableFuture<Taken<String>> moved = taking();
        lanes.move(taken, SMALL);
        assertThat(moved.get(30, TimeUnit.SECONDS).lane()).isEqualTo(SMALL);
    }

    @Test
    void taker_ofAParkedHost_wakesWhenThePauseIsOver() throws Exception {
        // Given
        Lanes<String> real = new Lanes<>(System::nanoTime);
        real.add(BIG, "one");

        // When
        real.park(real.take(), Duration.ofMillis(20));

        // Then
        assertThat(real.take().work()).isEqualTo("one");
    }

    private CompletableFuture<Taken<String>> taking() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return lanes.take();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
