package dev.pressline.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.local.embedded.KeyPair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {

    private static final Addresses ADDRESSES =
            new Addresses(
                    "127.0.0.1:9092",
                    "cluster",
                    "http://127.0.0.1:9000",
                    new KeyPair("pressline", "a-secret"),
                    Map.of(Service.RENDER, ServiceAddress.ofPorts(8080, 9080)),
                    "a-token");

    @TempDir Path data;

    @Test
    void state_written_comesBackAndIsForItsOwnerOnly() throws Exception {
        // When
        RunState.write(data, ADDRESSES);

        // Then
        assertThat(RunState.read(data)).map(RunState::addresses).contains(ADDRESSES);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("state.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void state_ofAProcessThatHasEnded_isNone() throws Exception {
        // Given
        RunState.write(data, ADDRESSES);
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path file = data.resolve("state.json");
        String own = "\"launcherPid\" : " + ProcessHandle.current().pid();
        Files.writeString(
                file, Files.readString(file).replace(own, "\"launcherPid\" : " + ended.pid()));

        // When / Then
        assertThat(RunState.read(data)).isEmpty();
    }

    @Test
    void secrets_areInNoTextOfTheState() {
        // When / Then
        assertThat(new RunState(1, ADDRESSES).toString()).doesNotContain("a-secret", "a-token");
    }
}
