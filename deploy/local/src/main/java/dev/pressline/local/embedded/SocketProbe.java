package dev.pressline.local.embedded;

import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/** Waits until a child process accepts connections. Stateless. */
final class SocketProbe {

    private static final int TIMEOUT_MILLIS = 1000;

    private SocketProbe() {}

    static void await(ChildProcess process, int port) {
        Patience.FOR_A_START.await(
                process.name() + " on port " + port,
                () -> {
                    process.requireAlive();
                    return accepts(port) ? Optional.of(true) : Optional.empty();
                });
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
