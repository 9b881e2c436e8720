package dev.pressline.testing.endtoend;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Jetstream of version 2 on loopback that has every event it was ever given: the first has seq 1,
 * and a client hears those from its cursor on, then each new one.
 */
final class FakeJetstream implements AutoCloseable {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=(\\d+)");
    private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");
    private static final long FIRST_TIME = 1_000_000_000_000_000L;
    private static final int TEXT = 0x81;
    private static final int PING = 0x9;
    private static final int PONG = 0x8A;

    private final ServerSocket server;
    private final List<String> events = new ArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean isAway;

    private FakeJetstream(ServerSocket server) {
        this.server = server;
    }

    static FakeJetstream start() throws IOException {
        FakeJetstream stream =
                new FakeJetstream(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(stream::accept);
        return stream;
    }

    String url() {
        return "ws://localhost:" + server.getLocalPort();
    }

    /** How many clients are connected. */
    int open() {
        return open.get();
    }

    /** Ends every connection, and takes none until it comes back. */
    void leave() {
        isAway = true;
        sockets.forEach(FakeJetstream::close);
    }

    void comeBack() {
        isAway = false;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that an account created a document; returns the seq of the event. */
    synchronized int create(String did, String rkey, String rev) {
        int seq = events.size() + 1;
        events.add(
                """
                {"$type":"message","payload":{"$type":"network.bsky.jetstream.subscribeEvents#commit",\
                "seq":%d,"did":"%s","time":"2026-06-15T15:06:40Z","rev":"%s","operation":"create",\
                "collection":"site.standard.document","rkey":"%s",\
                "record":{"$type":"site.standard.document","title":"%s","site":"https://a.example"}}}"""
                        .formatted(seq, did, rev, rkey, rkey));
        notifyAll();
        return seq;
    }

    private synchronized String event(int seq) throws InterruptedException {
        while (events.size() < seq) {
            wait();
        }
        return events.get(seq - 1);
    }

    private synchronized int from(String request) {
        Matcher cursor = CURSOR.matcher(request);
        if (!cursor.find()) {
            return events.size() + 1;
        }
        long value = Long.parseLong(cursor.group(1));
        return value >= FIRST_TIME ? 1 : (int) Math.max(1, value);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (isAway) {
                return;
            }
            String request = request(socket);
            if (!request.contains("subscribeEvents")) {
                write(
                        socket.getOutputStream(),
                        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            Thread sender = Thread.ofVirtual().unstarted(() -> send(socket, from(request)));
            answer(socket.getOutputStream(), request);
            open.incrementAndGet();
            sender.start();
            try {
                answerPings(socket);
            } finally {
                open.decrementAndGet();
                sender.interrupt();
            }
        } catch (IOException e) {
            // The client went away.
        } finally {
            sockets.remove(socket);
        }
    }

    private static String request(Socket socket) throws IOException {
        StringBuilder request = new StringBuilder();
        while (!request.toString().endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("no request");
            }
            request.append((char) next);
        }
        return request.toString();
    }

    private static void answer(OutputStream out, String request) throws IOException {
        Matcher key = KEY.matcher(request);
        String accept = key.find() ? accept(key.group(1)) : "";
        String head =
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: %s\r\n\r\n".formatted(accept);
        write(out, head);
    }

    private static void write(OutputStream out, String head) throws IOException {
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static String accept(String key) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            byte[] hash = sha1.digest((key + MAGIC).getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(Socket socket, int from) {
        try {
            for (int seq = from; ; seq++) {
                write(socket, TEXT, event(seq).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // The client went away.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answerPings(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        while (true) {
            int head = in.readUnsignedByte();
            byte[] mask = new byte[4];
            byte[] payload = new byte[in.readUnsignedByte() & 0x7F];
            in.readFully(mask);
            in.readFully(payload);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            if ((head & 0xF) == PING) {
                write(socket, PONG, payload);
            }
        }
    }

    private static void write(Socket socket, int head, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 4);
        frame.put((byte) head);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else {
            frame.put((byte) 126).putShort((short) payload.length);
        }
        frame.put(payload).flip();
        synchronized (socket) {
            socket.getOutputStream().write(frame.array(), 0, frame.limit());
            socket.getOutputStream().flush();
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
