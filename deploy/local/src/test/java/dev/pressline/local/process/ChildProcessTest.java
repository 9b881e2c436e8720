package dev.pressline.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    private static final int TERMINATED = 143;

    @TempDir Path directory;

    /** A program that knows no parent. */
    static final class Sleeper {

        private Sleeper() {}

        public static void main(String[] args) throws InterruptedException {
            Thread.sleep(Duration.ofMinutes(1));
        }
    }

    @Test
    void aChild_thatRunsAlone_isToldToFinishByASignal() {
        // Given
        Program program =
                Program.alone(
                        System.getProperty("java.class.path"),
                        new AotCache(directory.resolve("none.aot")));
        JavaCommand command = new JavaCommand(program, Sleeper.class.getName(), 32, List.of());
        ChildProcess child =
                ChildProcess.start(new ChildSpec("sleeper", command, Map.of(), directory));

        // When
        child.stop(Duration.ofSeconds(30));

        // Then
        assertThat(child.exitCode()).hasValue(TERMINATED);
    }
}
