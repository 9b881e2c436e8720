package dev.pressline.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void freePorts_chosenAndNotYetUsed_areAnotherEachTime() {
        // When
        List<Integer> chosen = Stream.generate(() -> Ports.FREE.choose(0)).limit(2_000).toList();

        // Then
        assertThat(chosen).doesNotHaveDuplicates();
    }

    @Test
    void freePorts_areNoneThatAConnectionMayBeGiven() {
        // When
        List<Integer> chosen = Stream.generate(() -> Ports.FREE.choose(0)).limit(100).toList();

        // Then
        assertThat(chosen)
                .as("the range of a Linux that nobody has changed begins at 32768")
                .allMatch(port -> port > 1_023 && port < 32_768);
    }

    @Test
    void usualPort_free_isChosen() {
        // Given
        int free = Ports.FREE.choose(0);

        // When
        int chosen = Ports.USUAL.choose(free);

        // Then
        assertThat(chosen).isEqualTo(free);
    }

    @Test
    void usualPort_takenOnLoopback_givesWayToAnother() throws Exception {
        // Given
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When
            int chosen = Ports.USUAL.choose(holder.getLocalPort());

            // Then
            assertThat(chosen).isNotEqualTo(holder.getLocalPort()).isPositive();
        }
    }

    @Test
    void usualPort_takenOnEveryAddress_givesWayToAnother() throws Exception {
        // Given
        try (ServerSocket holder = new ServerSocket(0)) {
            // When
            int chosen = Ports.USUAL.choose(holder.getLocalPort());

            // Then
            assertThat(chosen).isNotEqualTo(holder.getLocalPort()).isPositive();
        }
    }
}
