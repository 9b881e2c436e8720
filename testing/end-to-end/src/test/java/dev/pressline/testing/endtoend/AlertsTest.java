package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pressline.contract.identifier.Tid;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.errors.InconsistentGroupProtocolException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus that watches a running pipeline, by the rules that we ship with their windows
 * shortened. Each fault makes its alerts fire, and they resolve when it is over.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(named = "pressline.long", matches = "true")
@Timeout(600)
class AlertsTest {

    private static final Map<String, String> SHORTER =
            Map.of(
                    "\\[5m]", "[10s]",
                    "\\[15m]", "[60s]",
                    "\\[30m]", "[15s]",
                    "\\[1h]", "[20s]",
                    "\\[6h]", "[30s]",
                    "for: \\w+", "for: 1s",
                    "> 300", "> 5",
                    "> 2\\n", "> 1\n",
                    "le=\"60.0\"", "le=\"5.0\"");

    @TempDir static Path data;

    private static FakeJetstream jetstream;
    private static RunningPipeline pipeline;
    private static PrometheusServer prometheus;
    private static Thread feeder;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(PrometheusServer.installed().isPresent(), "Prometheus is not installed");
        jetstream = FakeJetstream.start();
        Map<String, String> settings = new HashMap<>();
        settings.put("PRESSLINE_ATPROTO_PLC_URL", "http://127.0.0.1:9/");
        settings.put("PRESSLINE_STORE_TIMEOUT", "2S");
        settings.put("PRESSLINE_INGEST_SOURCES_NETWORK_KIND", "jetstream");
        settings.put("PRESSLINE_INGEST_SOURCES_NETWORK_URL", jetstream.url());
        pipeline = RunningPipeline.start(data.resolve("pipeline"), settings);
        prometheus =
                PrometheusServer.start(
                        Files.createDirectories(data.resolve("prometheus")),
                        rules(),
                        Stream.of(Service.values())
                                .map(each -> pipeline.addresses().of(each).management())
                                .toList());
        feeder = Thread.ofVirtual().unstarted(AlertsTest::feed);
    }

    private static String rules() {
        String rules = Observability.text(Observability.RULES);
        for (Map.Entry<String, String> each : SHORTER.entrySet()) {
            rules = rules.replaceAll(each.getKey(), each.getValue());
        }
        return rules;
    }

    /** A live document a second. */
    private static void feed() {
        try {
            for (int document = 0; ; document++) {
                Tid rev = Tid.of(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()), 0);
                jetstream.create("did:web:live.invalid", "d" + document, rev.value());
                Thread.sleep(1_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterAll
    static void stop() {
        if (pipeline != null) {
            feeder.interrupt();
            prometheus.close();
            pipeline.close();
            jetstream.close();
        }
    }

    private static void awaitFiring(String... alerts) {
        pipeline.await(
                "firing: " + List.of(alerts),
                () ->
                        Optional.of(prometheus.firing())
                                .filter(now -> now.containsAll(Set.of(alerts))));
    }

    private static void awaitResolved(String... alerts) {
        pipeline.await(
                "resolved: " + List.of(alerts),
                () ->
                        Optional.of(prometheus.firing())
                                .filter(now -> Stream.of(alerts).noneMatch(now::contains)));
    }

    @Test
    @Order(1)
    void stream_thatSaysNothing_isReportedUntilItSpeaks() {
        awaitFiring("PresslineNoInput");
        feeder.start();
        awaitResolved("PresslineNoInput");
        assertThat(prometheus.firing()).isEmpty();
    }

    @Test
    @Order(2)
    void poison_inGreatNumbers_isReportedUntilItStops() {
        pipeline.post("nonsense\n".repeat(200), "import");
        awaitFiring("PresslineDeadLetterRate");
        awaitResolved("PresslineDeadLetterRate");
    }

    @Test
    @Order(3)
    void store_thatFallsSilent_isReported_andThenThatEventsWereLate() {
        pipeline.freeze("store");
        awaitFiring("PresslineStoreFailures", "PresslineOldestUnprocessed");
        pipeline.thaw("store");
        awaitFiring("PresslineFreshnessBurnsFast", "PresslineFreshnessBurnsSlowly");
        awaitResolved(
                "PresslineStoreFailures",
                "PresslineOldestUnprocessed",
                "PresslineFreshnessBurnsFast",
                "PresslineFreshnessBurnsSlowly");
    }

    @Test
    @Order(4)
    void brokers_thatFallSilent_areReportedByWhatWaitsForThem() {
        pipeline.freeze("kafka");
        awaitFiring("PresslineCursorNotMoving", "PresslineOldestUnprocessed");
        pipeline.thaw("kafka");
        awaitResolved("PresslineCursorNotMoving", "PresslineOldestUnprocessed");
    }

    @Test
    @Order(5)
    void stream_thatCannotBeReached_isReportedUntilItCan() {
        jetstream.leave();
        awaitFiring("PresslineSourceUnread");
        jetstream.comeBack();
        awaitResolved("PresslineSourceUnread");
    }

    @Test
    @Order(6)
    void service_thatIsGone_isReportedUntilItIsBack() {
        pipeline.crash(Service.NORMALIZE, () -> awaitFiring("PresslineServiceMissing"));
        awaitResolved("PresslineServiceMissing");
    }

    @Test
    @Order(7)
    void service_thatCrashesAgainAndAgain_isReportedUntilItStays() {
        for (int crashes = 1; crashes <= 2; crashes++) {
            pipeline.crash(Service.INGEST);
            awaitStartsSeen(crashes);
        }
        awaitFiring("PresslineCrashLoop");
        awaitResolved("PresslineCrashLoop");
    }

    /** A process that ends before anybody has read its metrics has never been there. */
    private static void awaitStartsSeen(int starts) {
        String again =
                "changes(process_start_time_seconds[60s]) and on (instance)"
                        + " pressline_build_info{application=\"ingest-service\"}";
        pipeline.await(
                starts + " starts seen",
                () -> prometheus.largest(again) >= starts ? Optional.of(true) : Optional.empty());
    }

    @Test
    @Order(8)
    void partitions_whoseReplicaIsKeptOutOfItsGroup_areReportedUntilItIsInAgain() {
        try (Stranger stranger = new Stranger()) {
            pipeline.crash(Service.NORMALIZE, stranger::join);
            awaitFiring("PresslineNoAssignment");
        }
        pipeline.crash(Service.NORMALIZE);
        awaitResolved("PresslineNoAssignment");
    }

    @Test
    @Order(9)
    void value_thatRotsInTheStore_isReportedAsAFailureThatNobodyKnows() {
        pipeline.crash(Service.NORMALIZE, AlertsTest::rot);
        awaitFiring("PresslineUnknownFailures");
        awaitResolved("PresslineUnknownFailures");
    }

    /** Has a large value change in the store before normalize reads it. */
    private static void rot() {
        Set<String> before = largeValues();
        pipeline.post(Rows.document("large", 9, "x".repeat(1_000_000)), "import");
        Set<String> added = largeValues();
        added.removeAll(before);
        added.forEach(key -> pipeline.keep(Addresses.VALUES_BUCKET, key, new byte[] {1}));
        assertThat(added).isNotEmpty();
    }

    private static Set<String> largeValues() {
        return pipeline.kept().keySet().stream()
                .filter(key -> key.matches("[0-9a-f]{64}"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** A member of the group of normalize that wants another topic, shared out in another way. */
    private static final class Stranger implements AutoCloseable {

        private final KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                pipeline.addresses().bootstrapServers(),
                                ConsumerConfig.GROUP_ID_CONFIG,
                                "normalize",
                                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                                RangeAssignor.class.getName(),
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        private static final Duration POLL = Duration.ofMillis(200);

        private volatile boolean isLeaving;
        private Optional<Thread> thread = Optional.empty();

        void join() {
            consumer.subscribe(List.of("pressline.handled.v1"));
            pipeline.await(
                    "a stranger in the group", () -> isIn() ? Optional.of(true) : Optional.empty());
            thread = Optional.of(Thread.ofVirtual().start(this::stay));
        }

        /** As long as brokers remember the member that was killed, nobody else gets in. */
        private boolean isIn() {
            try {
                consumer.poll(POLL);
                return !consumer.assignment().isEmpty();
            } catch (InconsistentGroupProtocolException e) {
                return false;
            }
        }

        private void stay() {
            while (!isLeaving) {
                consumer.poll(POLL);
            }
            consumer.close();
        }

        @Override
        public void close() {
            isLeaving = true;
            thread.ifPresent(
                    each -> {
                        try {
                            each.join();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
        }
    }
}
