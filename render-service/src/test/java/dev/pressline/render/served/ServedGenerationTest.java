package dev.pressline.render.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pressline.contract.event.Generation;
import dev.pressline.kit.failure.InfrastructureException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServedGenerationTest {

    private static final Generation B = Generation.parse("b");

    private Instant time = Instant.EPOCH;
    private Optional<String> pointer = Optional.empty();
    private boolean isDown;
    private int looks;
    private final Clock clock = ((InstantSource) () -> time).withZone(ZoneOffset.UTC);
    private final ServedGeneration served = new ServedGeneration(this::look, clock);

    private Optional<byte[]> look() {
        looks++;
        if (isDown) {
            throw new InfrastructureException("down", Duration.ZERO);
        }
        return pointer.map(name -> name.getBytes(StandardCharsets.UTF_8));
    }

    private void pass(Duration span) {
        time = time.plus(span);
    }

    @Test
    void now_withoutAPointer_isTheFirst() {
        assertThat(served.now()).isEqualTo(Generation.FIRST);
    }

    @Test
    void now_afterASwitch_changesWithinASecondAndNotBefore() {
        // Given
        served.now();

        // When
        pointer = Optional.of("b\n");
        pass(Duration.ofMillis(999));
        Generation before = served.now();
        pass(Duration.ofMillis(1));

        // Then
        assertThat(before).isEqualTo(Generation.FIRST);
        assertThat(served.now()).isEqualTo(B);
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void now_whileTheStoreIsDown_staysWhatWasKnown() {
        // Given
        pointer = Optional.of("b");
        served.now();

        // When
        isDown = true;
        pass(Duration.ofSeconds(5));

        // Then
        assertThat(served.now()).isEqualTo(B);
        assertThat(served.now()).isEqualTo(B);
        assertThat(looks).as("a store that is down is not asked by every request").isEqualTo(2);
    }

    @Test
    void now_whenTheStoreHasNeverAnswered_isAFailureOfInfrastructure() {
        isDown = true;

        assertThatExceptionOfType(InfrastructureException.class).isThrownBy(served::now);
    }

    @Test
    void now_withAPointerThatNamesNone_staysWhatWasKnown() {
        // Given
        pointer = Optional.of("b");
        served.now();

        // When
        pointer = Optional.of("<html>");
        pass(Duration.ofSeconds(5));

        // Then
        assertThat(served.now()).isEqualTo(B);
    }
}
