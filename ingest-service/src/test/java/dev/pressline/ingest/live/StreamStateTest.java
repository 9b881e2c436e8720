package dev.pressline.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.ingest.cursor.Missing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamStateTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StreamMetrics metrics = new StreamMetrics(registry, "network");

    @Test
    void stream_notReadYet_saysSo() {
        assertThat(metrics.state().text()).isEqualTo("not connected");
    }

    @Test
    void stream_thatMissedSomething_saysWhatAndSinceWhen() {
        // When
        metrics.opened();
        metrics.received(1_750_000_000_123_456L);
        metrics.missing(
                List.of(
                        new Missing("OutdatedCursor", 1_749_999_999_000_000L, List.of()),
                        new Missing("newly wanted", 0, List.of("a.b.c", "a.b.d"))));

        // Then
        assertThat(metrics.state().name()).isEqualTo("network");
        assertThat(metrics.state().text())
                .isEqualTo(
                        "connected, last event of 2025-06-15T15:06:40Z"
                                + "; to be read anew: everything since 2025-06-15T15:06:39Z"
                                + " (OutdatedCursor)"
                                + "; to be read anew: a.b.c a.b.d (newly wanted)");
        assertThat(registry.get("pressline.source.missing").gauge().value()).isEqualTo(2);
    }

    @Test
    void cursor_thatCoversWhatWasRead_isNeverUnsaved() {
        // Given
        assertThat(unsavedSeconds()).isZero();

        // When
        metrics.saved(false);

        // Then
        assertThat(unsavedSeconds()).isPositive();
        metrics.saved(true);
        assertThat(unsavedSeconds()).isZero();
    }

    private double unsavedSeconds() {
        return registry.get("pressline.source.cursor.unsaved").gauge().value();
    }
}
