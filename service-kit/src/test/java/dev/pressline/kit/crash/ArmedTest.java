package dev.pressline.kit.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ArmedTest {

    private final AtomicInteger ends = new AtomicInteger();

    private Armed armed(String text) {
        return Armed.parse(text, ends::incrementAndGet);
    }

    @Test
    void reached_thePointForTheTimeNamed_endsTheProcessOnce() {
        // Given
        Armed armed = armed("render-press-put:3");

        // When
        armed.reached(CrashPoint.RENDER_PRESS_PUT);
        armed.reached(CrashPoint.RENDER_PRESS_REMOVED);
        armed.reached(CrashPoint.RENDER_PRESS_PUT);

        // Then
        assertThat(ends).hasValue(0);
        armed.reached(CrashPoint.RENDER_PRESS_PUT);
        armed.reached(CrashPoint.RENDER_PRESS_PUT);
        assertThat(ends).hasValue(1);
    }

    @Test
    void parse_withoutATime_isTheFirst() {
        armed("normalize-sent").reached(CrashPoint.NORMALIZE_SENT);

        assertThat(ends).hasValue(1);
    }

    @Test
    void parse_aPointThatIsNone_isRefusedByName() {
        assertThatThrownBy(() -> armed("tea-time"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dev.pressline.crash-point: no such point: tea-time");
    }

    @Test
    void here_withoutTheProperty_isNothing() {
        assertThat(Armed.HERE).isEmpty();
    }
}
