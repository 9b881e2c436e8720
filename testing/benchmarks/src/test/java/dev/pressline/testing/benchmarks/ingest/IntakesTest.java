package dev.pressline.testing.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.testing.benchmarks.measure.Measured;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakesTest {

    @Test
    void intakes_ofFewSamples_takeThemAllIn() {
        for (Measured measured :
                List.of(
                        Intakes.rows(100),
                        Intakes.cars(1_000),
                        Intakes.signatures(20),
                        Intakes.events(20, "site.standard.*"),
                        Intakes.events(20, "com.example.*"))) {
            assertThat(measured.perSecond()).isPositive();
            assertThat(measured.line()).contains(measured.what());
        }
    }

    @Test
    void samples_areOfOneKilobyte() {
        assertThat(Samples.row(7).length).isBetween(900, 1_100);
    }
}
