package dev.pressline.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Chooses loopback ports. A port is free when it is asked for; nothing holds it until it is used.
 */
public enum Ports {
    /** The usual port where it is free, so that addresses stay the same; else any free one. */
    USUAL {
        @Override
        public int choose(int usual) {
            return isFree(usual) ? usual : FREE.choose(usual);
        }
    },
    /** Any free port, for runs beside others. */
    FREE {
        @Override
        public int choose(int usual) {
            try (ServerSocket socket = bound(0)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new LaunchException("no free port on the loopback interface", e);
            }
        }
    };

    /** A port for something that usually listens on {@code usual}. */
    public abstract int choose(int usual);

    private static boolean isFree(int port) {
        try (ServerSocket loopback = bound(port);
                ServerSocket everywhere = new ServerSocket()) {
            loopback.close();
            everywhere.setReuseAddress(true);
            everywhere.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }
}
