package dev.pressline.testing.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A host on loopback that answers each request with whatever bytes a test gives it: lies, drips and
 * silence included, which no HTTP server would send.
 */
final class FakeHost implements AutoCloseable {

    /** Answers one request; the connection is closed afterwards. */
    @FunctionalInterface
    interface Behaviour {
        void answer(String path, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour;

    private FakeHost(ServerSocket server, Behaviour behaviour) {
        this.server = server;
        this.behaviour = behaviour;
    }

    static FakeHost start(Behaviour behaviour) {
        try {
            FakeHost host =
                    new FakeHost(
                            new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
            Thread.ofVirtual().start(host::accept);
            return host;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One answer with this status line, these headers (each ending in CR LF) and this body. */
    static Behaviour answering(String status, String headers, byte[] body) {
        return (path, out) -> {
            String head =
                    "HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n"
                            .formatted(status, body.length, headers);
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(body);
        };
    }

    static Behaviour answering(String status, String headers, String body) {
        return answering(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    void behave(Behaviour next) {
        behaviour = next;
    }

    String url() {
        return "http://localhost:" + server.getLocalPort();
    }

    /** The paths asked for so far. */
    List<String> requests() {
        return requests;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String request = in.readLine();
            if (request == null) {
                return;
            }
            String path = request.split(" ", -1)[1];
            while (!String.valueOf(in.readLine()).isEmpty()) {
                // The headers do not matter.
            }
            requests.add(path);
            behaviour.answer(path, socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // The other side went away, as it does from a bad host.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
