package dev.pressline.testing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.testing.faults.matrix.Line;
import dev.pressline.testing.faults.matrix.Lines;
import dev.pressline.testing.faults.matrix.Matrix;
import dev.pressline.testing.faults.matrix.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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
 * and as the oracle says. The system property {@code pressline.faults.lines} names lines, {@code
 * quick} (the default) or {@code all}; {@code pressline.faults.times} says how often each is run,
 * {@code pressline.faults.seed} with which load, and {@code pressline.faults.report} where a table
 * goes.
 */
@Timeout(900)
class FaultMatrixTest {

    private static final int TIMES = Integer.getInteger("pressline.faults.times", 1);
    private static final long SEED = Long.getLong("pressline.faults.seed", 1);
    private static final int LINES_OF_A_RIG = 12;

    /** What is on it, logs and topics of processes, stays when a line has failed. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path directory;

    private static Matrix matrix;

    static List<Line> lines() {
        String wanted = System.getProperty("pressline.faults.lines", "quick");
        Set<String> names = Set.of(wanted.split(","));
        List<Line> lines =
                Lines.all().stream()
                        .filter(
                                line ->
                                        names.contains("all")
                                                || names.contains("quick") && line.isQuick()
                                                || names.contains(line.title()))
                        .toList();
        assertThat(lines).as("lines of the matrix named %s", wanted).isNotEmpty();
        return IntStream.range(0, TIMES).boxed().flatMap(time -> lines.stream()).toList();
    }

    @BeforeAll
    @Timeout(900)
    static void start() {
        int chapters = Math.min(lines().size(), LINES_OF_A_RIG);
        matrix = new Matrix(directory, SEED, chapters, Path.of("target/evidence"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (matrix != null) {
            matrix.close();
            String report = matrix.report();
            System.out.println(report);
            String file = System.getProperty("pressline.faults.report", "target/faults.md");
            Files.writeString(Path.of(file), report);
        }
    }

    static Stream<Line> pipeline_brokenUnderLoad_standsAsIfNothingHadHappened() {
        return lines().stream();
    }

    @ParameterizedTest
    @MethodSource
    void pipeline_brokenUnderLoad_standsAsIfNothingHadHappened(Line line) {
        Result result = matrix.run(line);

        System.out.println(result.row());
        assertThat(result.faults()).isNotEmpty();
        assertThat(result.findings())
                .as("findings; see %s and target/evidence", directory)
                .isEmpty();
    }
}
