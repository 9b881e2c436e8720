package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.DidPartitioner;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.local.pipeline.Foundation;
import dev.pressline.local.pipeline.PipelineOptions;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.pipeline.StartListener;
import dev.pressline.local.process.Patience;
import dev.pressline.local.process.Ports;
import dev.pressline.local.watch.Groups;
import dev.pressline.local.watch.KafkaAccess;
import dev.pressline.local.watch.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One account publishes very much at once, and another on its partition does not wait for it:
 * packaged normalize services on a real broker, killed as crashes would.
 */
@Timeout(900)
class FloodTest {

    private static final Patience LONG =
            new Patience(Duration.ofSeconds(600), Duration.ofMillis(200));
    private static final int ALLOWANCE = 100;

    /**
     * What a crash may have done twice where all before is committed: a batch of the stage and a
     * run of the lane of floods.
     */
    private static final int ONE_TURN_OF_BOTH = 400;

    /** How far those who follow may be behind when the lane of floods begins a run. */
    private static final int A_BATCH = 100;

    /** The most that the lane of floods does in a run. */
    private static final int A_RUN = 200;

    @TempDir static Path directory;

    private static Foundation foundation;
    private static EventProducer producer;
    private static int tests;

    private final List<ServiceReplica> replicas = new ArrayList<>();
    private final String domain = "flood" + tests++ + ".example";
    private final String flooder = "did:web:" + domain;
    private final String other = accountBeside(flooder);

    @BeforeAll
    static void start() {
        foundation =
                Foundations.kind()
                        .start(
                                new PipelineOptions(
                                        directory, Ports.FREE, Optional.empty(), Map.of()),
                                new Silent());
        producer =
                EventProducer.connect(
                        Map.of("bootstrap.servers", foundation.bootstrapServers()),
                        Generation.FIRST);
    }

    @AfterAll
    static void stop() {
        producer.close();
        foundation.close();
    }

    @AfterEach
    void stopReplicas() {
        replicas.forEach(ServiceReplica::close);
    }

    private record Silent() implements StartListener {
        @Override
        public void starting(String part) {}

        @Override
        public void ready(String part, String where) {}
    }

    private ServiceReplica addReplica(String name) {
        return addReplica(name, "nobody");
    }

    private ServiceReplica addReplica(String name, String follower) {
        return addReplica(name, Map.of("PRESSLINE_NORMALIZE_FLOODS_FOLLOWERS", follower));
    }

    private ServiceReplica addReplica(String name, Map<String, String> further) {
        Map<String, String> settings = new HashMap<>(further);
        settings.put("PRESSLINE_NORMALIZE_LOOK_UPS_ENABLED", "false");
        settings.put("PRESSLINE_NORMALIZE_FLOODS_ALLOWANCE", Integer.toString(ALLOWANCE));
        settings.put("PRESSLINE_NORMALIZE_FLOODS_REFILL_PER_SECOND", "0.001");
        ServiceReplica replica =
                ServiceReplica.start(Service.NORMALIZE, name, foundation, settings, directory);
        replicas.add(replica);
        return replica;
    }

    private static int partition(String did) {
        return DidPartitioner.partition(did, Topics.DEFAULT_PARTITIONS);
    }

    private String accountBeside(String account) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "did:web:other" + i + "." + domain)
                .filter(did -> partition(did) == partition(account))
                .findFirst()
                .orElseThrow();
    }

    /** Documents of the flooding account, {@code d0} and on. */
    private void flood(int size) {
        producer.sendAll(
                IntStream.range(0, size)
                        .mapToObj(i -> RawEvents.document(flooder, "d" + i, i))
                        .toList());
    }

    private static void await(String what, BooleanSupplier condition) {
        LONG.await(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** What there is of both accounts on their partition of a topic, in order. */
    private List<ConsumerRecord<String, byte[]>> read(String topic) {
        List<ConsumerRecord<String, byte[]>> events = new ArrayList<>();
        TopicReader.read(
                foundation.bootstrapServers(),
                List.of(topic),
                event -> {
                    if (event.key().contains(domain)) {
                        events.add(event);
                    }
                });
        events.sort(Comparator.comparing(ConsumerRecord::offset));
        return events;
    }

    private List<String> normalized() {
        return read(Topics.NORMALIZED).stream().map(ConsumerRecord::key).toList();
    }

    /** Whether the stage has committed all there is on the partition of both accounts. */
    private boolean isCommitted() {
        TopicPartition partition = new TopicPartition(Topics.RAW, partition(flooder));
        try (Groups groups = new Groups(KafkaAccess.at(foundation.bootstrapServers()))) {
            return groups.look().stream()
                    .filter(group -> group.name().equals("normalize"))
                    .flatMap(group -> group.shares().stream())
                    .filter(share -> share.partition().equals(partition))
                    .anyMatch(share -> share.committed() == share.end());
        }
    }

    /** Waits until so many keys are normalized and nothing is put off any more. */
    private void awaitDone(int keys) {
        await(
                keys + " keys",
                () -> normalized().stream().distinct().count() == keys && openNotes() == 0);
    }

    /** How many records are noted as put off. */
    private long openNotes() {
        Map<String, Boolean> open = new HashMap<>();
        read(Topics.PENDING).forEach(note -> open.put(note.key(), isPutOff(note)));
        return open.values().stream().filter(isOpen -> isOpen).count();
    }

    private static boolean isPutOff(ConsumerRecord<String, byte[]> note) {
        return note.value() != null && RunningPipeline.json(note.value()).has("putOff");
    }

    private static long doubled(List<String> keys) {
        return keys.stream()
                .collect(Collectors.groupingBy(key -> key, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(times -> times - 1)
                .sum();
    }

    @Test
    void documentBehindAFlood_isNormalizedBeforeAllButTheAllowanceAndARun() {
        // Given
        int size = 20_000;
        flood(size);
        producer.sendAll(List.of(RawEvents.document(other, "one", 1)));

        // When
        ServiceReplica replica = addReplica("normalize-alone");
        awaitDone(size + 1);

        // Then
        List<String> keys = normalized();
        assertThat(keys.indexOf(RawEvents.uri(other, "one")))
                .isLessThanOrEqualTo(ALLOWANCE + A_RUN);
        assertThat(keys).hasSize(size + 1).doesNotHaveDuplicates();
        await("the count", () -> replica.metric("pressline_records_put_off") == 0);
        assertThat(replica.metric("pressline_dead_letters_total")).isZero();
    }

    @Test
    void flood_ofManyTimesWhatIsKeptInMemory_isDoneOnce() {
        // Given
        int size = 1_500;
        flood(size);
        producer.sendAll(List.of(RawEvents.document(other, "one", 1)));

        // When
        ServiceReplica replica =
                addReplica(
                        "normalize-small",
                        Map.of(
                                "PRESSLINE_NORMALIZE_FLOODS_FOLLOWERS", "nobody",
                                "PRESSLINE_NORMALIZE_FLOODS_MAX_PUT_OFF", "300"));
        awaitDone(size + 1);

        // Then
        assertThat(normalized()).hasSize(size + 1).doesNotHaveDuplicates();
        await("the count", () -> replica.metric("pressline_records_put_off") == 0);
    }

    @Test
    void flood_whenNormalizeIsKilledInTheMiddle_isDoneByItsNextOwnerAndLostNowhere() {
        // Given
        int size = 6_000;
        flood(size);
        producer.sendAll(List.of(RawEvents.document(other, "one", 1)));
        ServiceReplica first = addReplica("normalize-first");
        await("some of what was put off", () -> normalized().size() > 3 * ALLOWANCE);
        await("what the stage has done is committed", this::isCommitted);

        // When
        first.kill();
        assertThat(normalized()).as("killed in the middle").hasSizeLessThan(size);
        addReplica("normalize-second");
        awaitDone(size + 1);

        // Then
        assertThat(doubled(normalized())).isLessThanOrEqualTo(ONE_TURN_OF_BOTH);
    }

    @Test
    void flood_whenItsPartitionMovesInTheMiddle_isDoneByBothAndLostNowhere() {
        // Given
        int size = 3_000;
        flood(size);
        producer.sendAll(List.of(RawEvents.document(other, "one", 1)));
        addReplica("normalize-before");
        await("some of what was put off", () -> normalized().size() > 3 * ALLOWANCE);

        // When
        addReplica("normalize-after");
        replicas.removeFirst().close();
        awaitDone(size + 1);

        // Then
        assertThat(doubled(normalized())).isLessThanOrEqualTo(ONE_TURN_OF_BOTH);
    }

    @Test
    void deletesAndStates_ofAFloodingAccount_areNotPutOffNorUndone() {
        // Given
        int size = 1_000;
        flood(size);
        producer.sendAll(
                List.of(
                        RawEvents.event(RawEvents.uri(flooder, "d900"), Rows.rev(size + 1), null),
                        RawEvents.document(flooder, "d901", size + 2),
                        RawEvents.event(
                                flooder,
                                Rows.rev(size + 3),
                                "{\"active\":false,\"status\":\"deactivated\"}"),
                        RawEvents.document(other, "one", 1)));

        // When
        addReplica("normalize-deletes");
        awaitDone(size + 2);

        // Then
        List<String> keys = normalized();
        assertThat(keys.subList(0, ALLOWANCE + A_RUN + 3))
                .contains(RawEvents.uri(flooder, "d900"), flooder, RawEvents.uri(other, "one"));
        assertThat(keys).as("of each the newest version alone").doesNotHaveDuplicates();
        assertThat(read(Topics.NORMALIZED))
                .filteredOn(event -> event.key().equals(RawEvents.uri(flooder, "d900")))
                .singleElement()
                .satisfies(event -> assertThat(event.value()).isNull());
        assertThat(read(Topics.NORMALIZED))
                .filteredOn(event -> event.key().equals(RawEvents.uri(flooder, "d901")))
                .singleElement()
                .satisfies(
                        event ->
                                assertThat(EnvelopeHeaders.text(event.headers(), "ce_rev"))
                                        .contains(Rows.rev(size + 2)));
    }

    @Test
    void records_ofAFloodingAccountThatIsDeleted_areMadeNoMore() {
        // Given
        int size = 1_000;
        flood(size);
        producer.sendAll(
                List.of(
                        RawEvents.event(
                                flooder,
                                Rows.rev(size + 1),
                                "{\"active\":false,\"status\":\"deleted\"}"),
                        RawEvents.document(other, "one", 1)));

        // When
        addReplica("normalize-deleted");
        awaitDone(ALLOWANCE + 2);

        // Then
        assertThat(normalized())
                .hasSize(ALLOWANCE + 2)
                .contains(flooder, RawEvents.uri(other, "one"));
    }

    /** Says that a consumer group has done all there is on the accounts' partition. */
    private void hasDoneAll(String group) {
        TopicPartition partition = new TopicPartition(Topics.NORMALIZED, partition(flooder));
        Map<String, Object> settings = Map.of("bootstrap.servers", foundation.bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            long end =
                    admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                            .partitionResult(partition)
                            .get()
                            .offset();
            admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(end)))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private long ofTheFlood() {
        return normalized().stream().filter(key -> key.contains(flooder)).count();
    }

    @Test
    void flood_whileThoseWhoFollowAreBehind_standsStillAndOthersPass() {
        // Given
        int size = 2_000;
        hasDoneAll("follower");
        flood(size);
        producer.sendAll(List.of(RawEvents.document(other, "0", 1)));
        addReplica("normalize-followed", "follower");
        await("the allowance", () -> ofTheFlood() >= ALLOWANCE);

        // When
        for (int i = 1; i <= 20; i++) {
            String another = Integer.toString(i);
            producer.sendAll(List.of(RawEvents.document(other, another, i + 1)));
            await("another", () -> normalized().contains(RawEvents.uri(other, another)));
        }

        // Then
        assertThat(ofTheFlood()).isLessThanOrEqualTo(ALLOWANCE + A_BATCH + A_RUN);
        await(
                "the rest of the flood",
                () -> {
                    hasDoneAll("follower");
                    return ofTheFlood() == size;
                });
    }
}
