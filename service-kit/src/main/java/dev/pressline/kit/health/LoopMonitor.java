package dev.pressline.kit.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Watches the loops of a service: a loop at rest is well, a loop at work must give a sign of life
 * within a minute. Waiting for something outside gives signs, so an outage elsewhere never looks
 * like a stuck loop. Thread-safe.
 */
@ApplicationScoped
public class LoopMonitor {

    /** The longest silence of a loop at work. */
    public static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private final Map<String, Loop> loops = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /** Watches by the clock of the machine. */
    public LoopMonitor() {
        this(System::nanoTime);
    }

    LoopMonitor(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The loop of this name, made on first use. */
    public Loop loop(String name) {
        return loops.computeIfAbsent(name, each -> new Loop(each, nanos));
    }

    /** The names of the loops that are stuck. */
    public List<String> stuck() {
        return loops.values().stream()
                .filter(Loop::isStuck)
                .map(loop -> loop.name)
                .sorted()
                .toList();
    }

    /** The names of all loops. */
    public List<String> names() {
        return loops.keySet().stream().sorted().toList();
    }

    /** One loop. Thread-safe. */
    public static final class Loop {

        private final String name;
        private final LongSupplier nanos;
        private volatile boolean working;
        private volatile long lastSign;

        private Loop(String name, LongSupplier nanos) {
            this.name = name;
            this.nanos = nanos;
            this.lastSign = nanos.getAsLong();
        }

        /** What it is called. */
        public String name() {
            return name;
        }

        /** The loop takes up work. */
        public void begins() {
            turned();
            working = true;
        }

        /** The loop is alive. */
        public void turned() {
            lastSign = nanos.getAsLong();
        }

        /** The loop has nothing to do. */
        public void rests() {
            working = false;
            turned();
        }

        private boolean isStuck() {
            return working && nanos.getAsLong() - lastSign > LONGEST_SILENCE.toNanos();
        }
    }
}
