package dev.pressline.testing.benchmarks.growth;

import dev.pressline.contract.event.Topics;
import dev.pressline.local.process.LaunchException;
import dev.pressline.testing.benchmarks.contend.Pressline;
import dev.pressline.testing.benchmarks.corpus.Archive;
import dev.pressline.testing.benchmarks.measure.OutputFollower;
import dev.pressline.testing.benchmarks.measure.Puts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * An archive in a running pipeline: filled to a size at once, then changed by single operations at
 * a fixed pace. Not thread-safe.
 */
final class Growth {

    private static final int CHUNK = 2_000;
    private static final int DIGITS = 3;

    private final Pressline pressline;
    private final Archive archive;
    private final Duration pace;

    /** An operation every {@code pace}. */
    Growth(Pressline pressline, long seed, Duration pace) {
        this.pressline = pressline;
        this.archive = new Archive(seed);
        this.pace = pace;
    }

    /** Hands in so many documents, and returns when everything is readable. */
    void fill(int documents) {
        pressline.send(List.of(archive.publication()));
        for (int from = -documents; from < 0; from += CHUNK) {
            pressline.send(archive.documents(from, Math.min(CHUNK, -from)));
        }
        pressline.awaitQuiet();
    }

    /** The processor time that all processes take while nothing happens, for {@code times}. */
    Duration rest(int times) {
        Duration before = cpu();
        for (int i = 0; i < times; i++) {
            sleep(pace);
        }
        return cpu().minus(before);
    }

    /** Does an operation so often. */
    Price run(Operation operation, int times, Duration atRest) {
        Histogram latency = new Histogram(DIGITS);
        AtomicLong last = new AtomicLong();
        Puts puts = pressline.puts();
        long jobs = pressline.look().written(Topics.JOBS);
        Duration cpu = cpu();
        try (OutputFollower follower = follower(last)) {
            for (int step = 0; step < times; step++) {
                long begun = System.currentTimeMillis();
                last.set(begun);
                pressline.send(List.of(operation.row(archive, step)));
                sleep(pace);
                latency.recordValue(last.get() - begun);
            }
        }
        Duration used = cpu().minus(cpu).minus(atRest);
        pressline.awaitQuiet();
        return new Price(
                times,
                used,
                pressline.puts().since(puts),
                pressline.look().written(Topics.JOBS) - jobs,
                latency);
    }

    private OutputFollower follower(AtomicLong last) {
        return new OutputFollower(
                pressline.addresses().bootstrapServers(),
                List.of(Topics.RENDERED),
                manifest -> last.accumulateAndGet(System.currentTimeMillis(), Math::max));
    }

    private Duration cpu() {
        return pressline.processes().cpu().values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while measuring", e);
        }
    }
}
