package dev.pressline.testing.faults.soak;

import dev.pressline.local.pipeline.Service;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.watch.Estimate;
import dev.pressline.local.watch.PipelineProbe;
import dev.pressline.testing.faults.rig.Rig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Looks at a rig every few seconds and remembers what it held. Thread-safe. */
final class Monitor implements AutoCloseable {

    private static final int SECONDS = 5;
    private static final int SAMPLES_OF_A_LINE = 6;

    private final Rig rig;
    private final PipelineProbe probe;
    private final Progress before;
    private final long begun = System.nanoTime();
    private final AtomicLong handed = new AtomicLong();
    private final List<Sample> samples = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final CompletableFuture<Void> looking;

    /** Looks from now on at a rig on which a soak goes on from there. */
    Monitor(Rig rig, Progress before) {
        this.rig = rig;
        this.probe = rig.probe();
        this.before = before;
        samples.addAll(before.samples());
        this.looking = CompletableFuture.runAsync(this::lookAgain, Thread::startVirtualThread);
    }

    /** So many documents were handed in until now. */
    void handed(long written) {
        handed.set(written);
    }

    private void lookAgain() {
        try {
            while (!end.await(SECONDS, TimeUnit.SECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        Duration at = elapsed();
        Map<Service, Long> memory = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            rig.replica(service).residentBytes().ifPresent(bytes -> memory.put(service, bytes));
        }
        Sample sample = new Sample(at, handed.get(), left(), memory);
        samples.add(sample);
        if (samples.size() % SAMPLES_OF_A_LINE == 0) {
            System.out.println(line(sample));
        }
    }

    private Duration elapsed() {
        return before.elapsed().plusNanos(System.nanoTime() - begun);
    }

    private String line(Sample sample) {
        Estimate estimate = new Estimate(sample.documents(), before.of().documents(), sample.at());
        return "%d of %d documents after %d s%s; %d records are behind"
                .formatted(
                        estimate.done(),
                        estimate.total(),
                        sample.at().toSeconds(),
                        estimate.leftInWords(),
                        sample.left());
    }

    /** Records that some step has not finished; -1 when nobody says. */
    long left() {
        try {
            return probe.look().remaining();
        } catch (LaunchException e) {
            return -1;
        }
    }

    /** How far it is now that so many segments were handed in, and this was killed lately. */
    Progress progress(long segments, List<Progress.Refused> refused, List<String> killed) {
        List<String> all = new ArrayList<>(before.killed());
        all.addAll(killed);
        return new Progress(before.of(), segments, elapsed(), refused, all, samples);
    }

    /** The same progress with what was seen since. */
    Progress lookedAt(Progress handedIn) {
        return handedIn.lookedAt(elapsed(), samples);
    }

    @Override
    public void close() {
        end.countDown();
        looking.join();
        probe.close();
    }
}
