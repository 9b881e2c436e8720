package dev.pressline.testing.faults.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pressline.local.process.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnNamespacesTest {

    @BeforeAll
    static void assumePossible() {
        assumeTrue(OwnNamespaces.isPossible(), "namespaces can be made by root, on Linux");
    }

    private static List<String> searchFor(ServerSocket socket) {
        String port = ":%04X ".formatted(socket.getLocalPort());
        return List.of("grep", "-q", port, "/proc/net/tcp", "/proc/net/tcp6");
    }

    @Test
    void portTakenOutside_isFreeInside() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Tool.succeeds(searchFor(taken))).isTrue();
            assertThat(Tool.succeeds(OwnNamespaces.around(searchFor(taken)))).isFalse();
        }
    }

    @Test
    void mountMadeInside_endsWithTheProcess(@TempDir Path directory) {
        // Given
        List<String> mount =
                List.of(
                        "sh",
                        "-c",
                        "mount -t tmpfs tmpfs \"$0\" && touch \"$0/there\"",
                        directory.toString());

        // When
        boolean mounted = Tool.succeeds(OwnNamespaces.around(mount));

        // Then
        assertThat(mounted).isTrue();
        assertThat(directory).isEmptyDirectory();
    }
}
