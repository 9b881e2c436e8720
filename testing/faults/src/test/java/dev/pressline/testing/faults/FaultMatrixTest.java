package dev.pressline.testing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.testing.faults.matrix.Line;
import dev.pressline.testing.faults.matrix.Lines;
import dev.pressline.testing.faults.matrix.Matrix;
import dev.pressline.testing.faults.matrix.Result;
import dev.pressline.testing.faults.matrix.Row;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A pipeline broken under load stands in the end as one that nothing happened to, byte for byte,
 * and as the oracle says: the quick lines. {@code testing/faults/run} runs all of them.
 */
@Timeout(900)
class FaultMatrixTest {

    private static final long SEED = 1;

    /** What is on it, logs and topics of processes, stays when a line has failed. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path directory;

    private static Matrix matrix;

    @BeforeAll
    @Timeout(900)
    static void start() {
        matrix = new Matrix(directory, SEED, Lines.quick().size(), Path.of("target/evidence"));
    }

    @AfterAll
    static void stop() {
        if (matrix != null) {
            matrix.close();
        }
    }

    static Stream<Line> pipeline_brokenUnderLoad_standsAsIfNothingHadHappened() {
        return Lines.quick().stream();
    }

    @ParameterizedTest
    @MethodSource
    void pipeline_brokenUnderLoad_standsAsIfNothingHadHappened(Line line) {
        Result result = matrix.run(line);

        System.out.print(Row.of(result.run()).markdown());
        assertThat(result.run().faults()).isNotEmpty();
        assertThat(result.findings())
                .as("findings; see %s and target/evidence", directory)
                .isEmpty();
    }
}
