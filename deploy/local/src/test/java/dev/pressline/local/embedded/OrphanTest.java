package dev.pressline.local.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanTest {

    @TempDir Path directory;

    /** Starts both, says their process ids, and stays until it is killed. */
    static final class Launcher {

        private Launcher() {}

        public static void main(String[] args) throws Exception {
            Path directory = Path.of(args[0]);
            EmbeddedKafka kafka = EmbeddedKafka.start(directory);
            EmbeddedStore store = EmbeddedStore.start(directory);
            System.out.println(kafka.process().pid() + " " + store.process().pid());
            Thread.currentThread().join();
        }
    }

    @Test
    void children_ofAKilledLauncher_endByThemselves() throws Exception {
        // Given
        Process launcher =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Launcher.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader output = launcher.inputReader()) {
            ProcessHandle[] children =
                    Arrays.stream(output.readLine().split(" "))
                            .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                            .toArray(ProcessHandle[]::new);
            assertThat(children).hasSize(2).allMatch(ProcessHandle::isAlive);

            // When
            launcher.destroyForcibly();

            // Then
            for (ProcessHandle child : children) {
                child.onExit().get(30, TimeUnit.SECONDS);
                assertThat(child.isAlive()).isFalse();
            }
        } finally {
            launcher.destroyForcibly();
        }
    }
}
