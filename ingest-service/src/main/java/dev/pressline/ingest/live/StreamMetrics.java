package dev.pressline.ingest.live;

import dev.pressline.ingest.cursor.Missing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What an operator sees of one stream; its name is from the configuration. Thread-safe. */
final class StreamMetrics {

    private static final double MICROS = 1e6;
    private static final double NANOS = 1e9;

    private final AtomicBoolean connected = new AtomicBoolean();
    private final AtomicLong lastMicros = new AtomicLong();
    private final Counter messages;
    private final Counter gaps;
    private final Counter doubts;
    private final Counter ends;
    private final Counter skipped;
    private final String name;
    private volatile List<Missing> missing = List.of();
    private volatile boolean begun;
    private volatile Optional<Long> unsavedSince = Optional.empty();

    StreamMetrics(MeterRegistry registry, String name) {
        this.name = name;
        Tags tags = Tags.of("source", name);
        messages = counter(registry, "pressline.source.messages", "Messages read", tags);
        gaps = counter(registry, "pressline.source.gaps", "Times that history was missing", tags);
        doubts = counter(registry, "pressline.source.doubts", "Repositories read anew", tags);
        ends = counter(registry, "pressline.source.disconnects", "Ends of the connection", tags);
        skipped =
                counter(
                        registry,
                        "pressline.source.accounts.skipped",
                        "Events of accounts that hold nothing wanted",
                        tags);
        Gauge.builder("pressline.source.missing", this, state -> state.missing.size())
                .description("What was missed and is still to be asked for elsewhere")
                .tags(tags)
                .register(registry);
        Gauge.builder("pressline.source.connected", connected, on -> on.get() ? 1 : 0)
                .description("Whether the stream is open")
                .tags(tags)
                .register(registry);
        Gauge.builder(
                        "pressline.source.last.event.timestamp.seconds",
                        lastMicros,
                        t -> t.get() / MICROS)
                .description("When the last message was sent, as its host says")
                .tags(tags)
                .register(registry);
        Gauge.builder("pressline.source.cursor.unsaved", this, StreamMetrics::unsavedSeconds)
                .baseUnit("seconds")
                .description("Time since something was read that the saved cursor does not cover")
                .tags(tags)
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String what, Tags tags) {
        return Counter.builder(name).description(what).tags(tags).register(registry);
    }

    private double unsavedSeconds() {
        return unsavedSince.map(since -> (System.nanoTime() - since) / NANOS).orElse(0.0);
    }

    /** This replica reads the stream. */
    StreamMetrics begun() {
        begun = true;
        return this;
    }

    /** Whether this replica reads the stream, or has read it. */
    boolean isBegun() {
        return begun;
    }

    /** The saved cursor covers what was read, or does not. */
    void saved(boolean covers) {
        if (covers) {
            unsavedSince = Optional.empty();
        } else if (unsavedSince.isEmpty()) {
            unsavedSince = Optional.of(System.nanoTime());
        }
    }

    void opened() {
        connected.set(true);
    }

    void received(long timeMicros) {
        messages.increment();
        lastMicros.accumulateAndGet(timeMicros, Math::max);
    }

    void missing(List<Missing> now) {
        missing = now;
    }

    /** How the stream stands now. */
    StreamState state() {
        return new StreamState(name, connected.get(), lastMicros.get(), missing);
    }

    void gap() {
        gaps.increment();
    }

    void doubt() {
        doubts.increment();
    }

    void skipped(long accounts) {
        skipped.increment(accounts);
    }

    void ended() {
        connected.set(false);
        ends.increment();
    }
}
