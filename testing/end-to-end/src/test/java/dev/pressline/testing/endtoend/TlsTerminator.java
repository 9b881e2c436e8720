package dev.pressline.testing.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;

/** A loopback port that speaks TLS and hands on what it hears to a port that does not. */
final class TlsTerminator implements AutoCloseable {

    private final ServerSocket server;
    private final int target;

    private TlsTerminator(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /** Opens one on a free port. */
    static TlsTerminator start(SSLContext tls, int target) throws IOException {
        return start(tls, target, 0);
    }

    /** Opens one on this port, such as that of one which was closed. */
    static TlsTerminator start(SSLContext tls, int target, int port) throws IOException {
        ServerSocket server =
                tls.getServerSocketFactory()
                        .createServerSocket(port, 100, InetAddress.getLoopbackAddress());
        TlsTerminator terminator = new TlsTerminator(server, target);
        Thread.ofVirtual().start(terminator::accept);
        return terminator;
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket plain = new Socket(InetAddress.getLoopbackAddress(), target)) {
            Thread answers = Thread.ofVirtual().start(() -> copy(plain, client));
            copy(client, plain);
            answers.join();
        } catch (IOException e) {
            // the client is told by the connection's end
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            closeBoth(from, to);
        }
    }

    private static void closeBoth(Socket one, Socket other) {
        try (one;
                other) {
            one.setSoLinger(true, 0);
        } catch (IOException e) {
            // gone already
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
