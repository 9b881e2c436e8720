package dev.pressline.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

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
