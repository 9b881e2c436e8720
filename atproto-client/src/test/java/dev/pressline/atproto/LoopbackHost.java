package dev.pressline.atproto;

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
public final class LoopbackHost implements AutoCloseable {

    /** Answers one request, given its path and query; the connection is closed afterwards. */
    @FunctionalInterface
    public interface Behaviour {
        /** Writes the whole answer, status line included. */
        void answer(String path, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour;

    private LoopbackHost(ServerSocket server, Behaviour behaviour) {
        this.server = server;
        this.behaviour = behaviour;
    }

    /** Starts one on a free port. */
    public static LoopbackHost start(Behaviour behaviour) {
        try {
            ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            LoopbackHost host = new LoopbackHost(server, behaviour);
            Thread.ofVirtual().start(host::accept);
            return host;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one that gives every request the same answer. */
    public static LoopbackHost saying(String answer) {
        return start((path, out) -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
    }

    /** A whole answer with this status line, headers (each ending in CR LF) and body. */
    public static String answer(String status, String headers, String body) {
        return head(status, headers, body.getBytes(StandardCharsets.UTF_8)) + body;
    }

    /** A 200 with this body. */
    public static String ok(String body) {
        return answer("200 OK", "", body);
    }

    /** Answers with this status line, these headers (each ending in CR LF) and this body. */
    public static Behaviour answering(String status, String headers, byte[] body) {
        return (path, out) -> {
            out.write(head(status, headers, body).getBytes(StandardCharsets.UTF_8));
            out.write(body);
        };
    }

    /** Answers with this status line, these headers (each ending in CR LF) and this body. */
    public static Behaviour answering(String status, String headers, String body) {
        return answering(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String head(String status, String headers, byte[] body) {
        return "HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n"
                .formatted(status, body.length, headers);
    }

    /** Answers otherwise from the next request on. */
    public void behave(Behaviour next) {
        behaviour = next;
    }

    /** The URL of the host itself, without a slash at its end. */
    public String url() {
        return url("");
    }

    /** The URL of a path on this host. */
    public String url(String path) {
        return "http://localhost:" + port() + path;
    }

    /** The port. */
    public int port() {
        return server.getLocalPort();
    }

    /** The paths asked for so far. */
    public List<String> requests() {
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
            skipHeaders(in);
            String path = request.split(" ", -1)[1];
            requests.add(path);
            behaviour.answer(path, socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // The other side went away, as it does from a bad host.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void skipHeaders(BufferedReader in) throws IOException {
        String header = in.readLine();
        while (header != null && !header.isEmpty()) {
            header = in.readLine();
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
