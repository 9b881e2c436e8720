package dev.pressline.atproto;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A host on loopback that answers each request with whatever bytes a test gives it. */
public final class LoopbackHost implements AutoCloseable {

    /** Answers one request, given its path and query; the connection is closed afterwards. */
    @FunctionalInterface
    public interface Behaviour {
        /** Writes the whole answer, status line included. */
        void answer(String path, OutputStream out) throws Exception;
    }

    private final ServerSocket server;
    private final Behaviour behaviour;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private LoopbackHost(ServerSocket server, Behaviour behaviour) {
        this.server = server;
        this.behaviour = behaviour;
    }

    /** Starts one on a free port. */
    public static LoopbackHost start(Behaviour behaviour) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        LoopbackHost host = new LoopbackHost(server, behaviour);
        Thread.ofVirtual().start(host::accept);
        return host;
    }

    /** Starts one that gives every request the same answer. */
    public static LoopbackHost saying(String answer) throws IOException {
        return start((path, out) -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
    }

    /** A whole answer with this status line, headers (each ending in CR LF) and body. */
    public static String answer(String status, String headers, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return "HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n%s"
                .formatted(status, length, headers, body);
    }

    /** A 200 with this body. */
    public static String ok(String body) {
        return answer("200 OK", "", body);
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
            String path = String.valueOf(in.readLine()).split(" ", -1)[1];
            String header = in.readLine();
            while (header != null && !header.isEmpty()) {
                header = in.readLine();
            }
            requests.add(path);
            behaviour.answer(path, socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (Exception e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
