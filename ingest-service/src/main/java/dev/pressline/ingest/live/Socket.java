package dev.pressline.ingest.live;

import dev.pressline.ingest.stream.StreamMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket whose messages are taken one by one. Few are held, so that a reader that is slow
 * slows the sender. A socket whose peer answers no ping ends by itself. Thread-safe.
 */
final class Socket implements AutoCloseable {

    private static final int MAX_HELD = 256;
    private static final int MAX_HELD_BYTES = 16 * 1024 * 1024;
    private static final long CHECK_MILLIS = 100;

    private final BlockingQueue<Signal> held = new ArrayBlockingQueue<>(MAX_HELD);
    private final Semaphore room = new Semaphore(MAX_HELD_BYTES);
    private final WebSocket socket;
    private volatile boolean closed;

    /** What comes out of a socket. */
    sealed interface Signal {

        /** The host has taken the connection. */
        record Opened() implements Signal {}

        /** A message. */
        record Received(StreamMessage message) implements Signal {}

        /**
         * The end.
         *
         * @param why in words
         * @param body of the HTTP answer that refused the socket, empty where it was open
         */
        record Closed(String why, String body) implements Signal {}
    }

    private Socket(OkHttpClient client, Request request) {
        this.socket = client.newWebSocket(request, new Listener());
    }

    /** Opens a socket; whether that succeeds is what it gives first. */
    static Socket open(OkHttpClient client, Request request) {
        return new Socket(client, request);
    }

    /** The next signal, or empty when none came within {@code wait}. */
    Optional<Signal> next(Duration wait) throws InterruptedException {
        Signal signal = held.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        if (signal instanceof Signal.Received(StreamMessage message)) {
            room.release(weight(message));
        }
        return Optional.ofNullable(signal);
    }

    /** Sends a text message. */
    void send(String text) {
        socket.send(text);
    }

    @Override
    public void close() {
        closed = true;
        socket.cancel();
    }

    private static int weight(StreamMessage message) {
        return Math.min(message.size(), MAX_HELD_BYTES);
    }

    private interface Attempt {
        boolean succeeds() throws InterruptedException;
    }

    private final class Listener extends WebSocketListener {

        @Override
        public void onOpen(WebSocket from, Response response) {
            put(new Signal.Opened());
        }

        @Override
        public void onMessage(WebSocket from, String text) {
            hold(new StreamMessage.Text(text.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public void onMessage(WebSocket from, ByteString bytes) {
            hold(new StreamMessage.Binary(bytes.toByteArray()));
        }

        @Override
        public void onClosing(WebSocket from, int code, String reason) {
            put(new Signal.Closed("closed with " + code + ' ' + reason, ""));
            from.close(code == 1005 ? 1000 : code, null);
        }

        @Override
        public void onFailure(WebSocket from, Throwable failure, @Nullable Response response) {
            put(
                    new Signal.Closed(
                            failure.getClass().getSimpleName() + ": " + failure.getMessage(),
                            body(response)));
        }

        private static String body(@Nullable Response response) {
            try {
                return response == null ? "" : response.peekBody(4_096).string();
            } catch (IOException e) {
                return "";
            }
        }

        private void hold(StreamMessage message) {
            int weight = weight(message);
            untilClosed(() -> room.tryAcquire(weight, CHECK_MILLIS, TimeUnit.MILLISECONDS));
            put(new Signal.Received(message));
        }

        private void put(Signal signal) {
            untilClosed(() -> held.offer(signal, CHECK_MILLIS, TimeUnit.MILLISECONDS));
        }

        /** Tries until it succeeds; a closed socket has no reader that would make room. */
        private void untilClosed(Attempt attempt) {
            try {
                while (!closed && !attempt.succeeds()) {
                    continue;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
