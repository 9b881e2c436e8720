package dev.pressline.testing.benchmarks.contend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.testing.benchmarks.corpus.Row;
import dev.pressline.testing.benchmarks.measure.Cost;
import dev.pressline.testing.benchmarks.measure.Meter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Starts every contender for real, which takes a minute: {@code -Dpressline.benchmarks=true}. */
@EnabledIfSystemProperty(named = "pressline.benchmarks", matches = "true")
class ContenderTest {

    private static final int DOCUMENTS = 200;

    @TempDir Path directory;

    @ParameterizedTest
    @EnumSource(ContenderName.class)
    @Timeout(600)
    void contender_withAFewRows_makesEveryPageAndSaysWhatItCost(ContenderName name) {
        // Given
        List<Row> rows = new ArrayList<>(Row.publications(42));
        rows.addAll(Row.documents(42, 0, DOCUMENTS));

        try (Contender contender = name.start(directory, Map.of())) {
            // When
            Cost cost = Meter.measure(contender, rows);

            // Then
            assertThat(contender.check(rows)).hasSize(64);
            assertThat(cost.documents()).isEqualTo(DOCUMENTS);
            assertThat(cost.putsPerDocument()).isGreaterThanOrEqualTo(1);
            assertThat(cost.cpuMillis()).isPositive();

            // A row that was never handed in has no page: the check can fail.
            List<Row> more = new ArrayList<>(rows);
            more.addAll(Row.documents(42, DOCUMENTS, 1));
            assertThatThrownBy(() -> contender.check(more))
                    .isInstanceOf(WrongResultException.class);
        }
    }
}
