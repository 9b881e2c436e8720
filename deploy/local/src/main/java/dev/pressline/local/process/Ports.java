package dev.pressline.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Chooses loopback ports. A port is free when it is asked for; nothing holds it until it is used,
 * but no connection is given it meanwhile, and it is not chosen again. Thread-safe.
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
            for (int tries = 0; tries < SPAN; tries++) {
                int port = LOWEST + Math.floorMod(NEXT.getAndIncrement(), SPAN);
                if (isFree(port)) {
                    return port;
                }
            }
            throw new LaunchException("no free port on the loopback interface");
        }
    };

    private static final int LOWEST = 16_384;

    /** Above are the ports that Linux gives to connections as they go out. */
    private static final int HIGHEST = 32_767;

    private static final int SPAN = HIGHEST - LOWEST + 1;

    /** Begins anywhere, so that processes side by side seldom ask for the same. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(SPAN));

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
