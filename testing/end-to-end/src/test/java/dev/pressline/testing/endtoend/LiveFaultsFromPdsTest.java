package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.local.pipeline.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Streams that break off and say things twice, and an ingest that is killed again and again while
 * people write: in the end everything is as at the PDS. The system property {@code
 * pressline.test.fault-runs} says how many runs, each of another seed; one by default.
 */
@Timeout(300)
class LiveFaultsFromPdsTest {

    private static final Map<String, String> FAULTS = Map.of("DROP_EVERY", "13", "DUP_EVERY", "5");

    /** Of each writer; of all together a multiple of the kills. */
    private static final int CHANGES = 30;

    private static final int KILLS = 3;
    private static final int DOCUMENTS = 12;

    @TempDir static Path data;

    private static LiveNetwork network;
    private static RunningPipeline pipeline;

    @BeforeAll
    @Timeout(300)
    static void start() {
        PdsTestbed.requireInstalled(LiveFaultsFromPdsTest.class);
        network = LiveNetwork.start(FAULTS);
        pipeline = RunningPipeline.start(data, network.environment());
        network.awaitStreams(pipeline);
    }

    @AfterAll
    static void stop() throws Exception {
        if (pipeline != null) {
            pipeline.close();
        }
        if (network != null) {
            network.close();
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("pressline.test.fault-runs", 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void records_writtenWhileStreamsBreakAndIngestIsKilled_areInTheEndThoseOfThePds(int seed)
            throws Exception {
        // Given
        List<Writer> writers = new ArrayList<>(network.writers(pipeline, "run" + seed));
        Writer listed = network.listed(pipeline, "run" + seed);
        writers.add(listed);

        // When
        load(writers, new Random(seed), () -> pipeline.beginRepo(listed.account().did()));

        // Then
        writers.forEach(Writer::awaitRawTopic);
        pipeline.awaitQuiet();
        writers.forEach(Writer::assertSiteAgrees);
        assertThat(pipeline.deadLetters()).isZero();
    }

    /**
     * All write side by side, in as many parts as there are kills; in each part ingest is killed
     * after a random change, while the others of that part go on.
     */
    private static void load(List<Writer> writers, Random random, Runnable beforeKill)
            throws Exception {
        int part = CHANGES * writers.size() / KILLS;
        Pace pace = new Pace(new Semaphore(0), new AtomicInteger());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> loads = new ArrayList<>();
            for (Writer writer : writers) {
                long seed = random.nextLong();
                loads.add(threads.submit(() -> write(writer, new Random(seed), pace)));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                pace.allowed().release(part);
                awaitChange(kill * part + random.nextInt(part), pace);
                beforeKill.run();
                pipeline.crash(Service.INGEST);
            }
            for (Future<?> load : loads) {
                load.get();
            }
        }
    }

    /**
     * How far all writers are.
     *
     * @param allowed the changes that may be made now
     * @param made those that were made
     */
    private record Pace(Semaphore allowed, AtomicInteger made) {}

    private static void awaitChange(int number, Pace pace) {
        pipeline.await(
                "change " + number,
                () -> pace.made().get() >= number ? Optional.of(true) : Optional.empty());
    }

    /** Writes, edits and deletes a few documents; the last change is a document. */
    private static void write(Writer writer, Random random, Pace pace) {
        writer.found();
        for (int change = 1; change <= CHANGES; change++) {
            pace.allowed().acquireUninterruptibly();
            String rkey = Rows.rev(random.nextInt(DOCUMENTS));
            if (change < CHANGES && writer.has(rkey) && random.nextInt(3) > 0) {
                writer.delete(rkey);
            } else {
                writer.write(rkey, "Title " + change);
            }
            pace.made().incrementAndGet();
        }
    }
}
