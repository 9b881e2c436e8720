package dev.pressline.ingest.live;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** A server of streams on loopback that can be told to misbehave. */
final class HostileStream implements AutoCloseable {

    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=(\\d+)");

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AutoCloseable server;
    private volatile Optional<byte[]> dictionary = Optional.empty();
    private int port;

    /** What a client asked for. */
    record Seen(String query) {
        Optional<Integer> cursor() {
            Matcher matcher = CURSOR.matcher('?' + query);
            return matcher.find()
                    ? Optional.of(
                            (int) Math.min(Integer.MAX_VALUE, Long.parseLong(matcher.group(1))))
                    : Optional.empty();
        }
    }

    /** One open connection. */
    record Connection(ServerWebSocket socket) {
        void send(String text) {
            socket.writeTextMessage(text);
        }

        void send(byte[] bytes) {
            socket.writeBinaryMessage(Buffer.buffer(bytes));
        }

        /** Ends without a word. */
        void cut() {
            socket.writePing(Buffer.buffer("flush")).onComplete(done -> socket.close((short) 1011));
        }
    }

    /** What a server does with a connection. */
    interface Play {
        void play(Connection connection, Seen seen);
    }

    private HostileStream(AutoCloseable server) {
        this.server = server;
    }

    static HostileStream start(Play play) throws Exception {
        return refusing(seen -> false, "", play);
    }

    static HostileStream refusing(Predicate<Seen> refused, String body, Play play)
            throws Exception {
        Vertx vertx = Vertx.vertx();
        HostileStream stream =
                new HostileStream(
                        () ->
                                vertx.close()
                                        .toCompletionStage()
                                        .toCompletableFuture()
                                        .get(30, TimeUnit.SECONDS));
        HttpServer http =
                vertx.createHttpServer()
                        .requestHandler(
                                request -> {
                                    Seen seen = new Seen(String.valueOf(request.query()));
                                    if (request.path().endsWith("getZstdDictionary")) {
                                        stream.giveDictionary(request.response());
                                        return;
                                    }
                                    stream.connections.incrementAndGet();
                                    Optional.ofNullable(request.getHeader("Authorization"))
                                            .ifPresent(stream.authorizations::add);
                                    if (refused.test(seen)) {
                                        request.response().setStatusCode(400).end(body);
                                        return;
                                    }
                                    request.toWebSocket()
                                            .onSuccess(
                                                    socket -> {
                                                        socket.textMessageHandler(
                                                                stream.received::add);
                                                        play.play(new Connection(socket), seen);
                                                    });
                                });
        stream.port =
                http.listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(30, TimeUnit.SECONDS)
                        .actualPort();
        return stream;
    }

    private void giveDictionary(HttpServerResponse response) {
        if (dictionary.isPresent()) {
            response.end(Buffer.buffer(dictionary.get()));
        } else {
            response.setStatusCode(404).end();
        }
    }

    /** Serves a dictionary from now on. */
    void serve(byte[] newDictionary) {
        dictionary = Optional.of(newDictionary);
    }

    /** Opens every socket and then says nothing at all. */
    static HostileStream silent() throws Exception {
        ServerSocket listener = new ServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress());
        HostileStream stream = new HostileStream(listener);
        stream.port = listener.getLocalPort();
        Thread.ofVirtual()
                .start(
                        () -> {
                            while (!listener.isClosed()) {
                                stream.openAndBeSilent(listener);
                            }
                        });
        return stream;
    }

    private void openAndBeSilent(ServerSocket listener) {
        try {
            var socket = listener.accept();
            connections.incrementAndGet();
            byte[] request = new byte[8_192];
            int length = socket.getInputStream().read(request);
            String text = new String(request, 0, length, StandardCharsets.ISO_8859_1);
            Matcher key = Pattern.compile("(?i)sec-websocket-key: *(\\S+)").matcher(text);
            String accept =
                    key.find()
                            ? Base64.getEncoder()
                                    .encodeToString(
                                            MessageDigest.getInstance("SHA-1")
                                                    .digest(
                                                            (key.group(1)
                                                                            + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                                                                    .getBytes(
                                                                            StandardCharsets
                                                                                    .ISO_8859_1)))
                            : "";
            String answer =
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                            + "Connection: Upgrade\r\nSec-WebSocket-Accept: "
                            + accept
                            + "\r\n\r\n";
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        } catch (Exception e) {
            if (!listener.isClosed()) {
                throw new IllegalStateException(e);
            }
        }
    }

    HttpUrl url() {
        return HttpUrl.get("http://127.0.0.1:" + port + "/");
    }

    List<String> received() {
        return received;
    }

    List<String> authorizations() {
        return authorizations;
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
