package dev.pressline.testing.faults.proxy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** How a {@link FaultyProxy} treats what passes through it. Immutable by convention. */
public sealed interface Mood {

    /** Everything passes. */
    record Pass() implements Mood {}

    /** Everything passes, each chunk later by {@code delay}. */
    record Latency(Duration delay) implements Mood {}

    /** Everything passes, {@code bytes} at a time with a {@code pause} behind them. */
    record Drip(int bytes, Duration pause) implements Mood {}

    /** Of what the server says on a connection so many bytes pass, then the connection ends. */
    record CutAfter(long bytes) implements Mood {}

    /** Connections are reset: those that are open, and each new one. */
    record Reset() implements Mood {}

    /** Connections are taken, and nothing passes; they are reset when the mood ends. */
    record BlackHole() implements Mood {}

    /** The proxy itself answers each connection with these bytes, and ends it. */
    record Answer(byte[] bytes) implements Mood {

        /** The answer of an HTTP server that says no more than a status, with a body of XML. */
        public static Answer http(int status, String code) {
            String body = "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>";
            String head =
                    String.format(
                            Locale.ROOT,
                            "HTTP/1.1 %d %s\r\nContent-Type: application/xml\r\n"
                                    + "Content-Length: %d\r\nConnection: close\r\n\r\n",
                            status,
                            code,
                            body.length());
            return new Answer((head + body).getBytes(StandardCharsets.US_ASCII));
        }
    }
}
