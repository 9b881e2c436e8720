package dev.pressline.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.atproto.pds.RepoStatus;
import dev.pressline.contract.event.DidPartitioner;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.kafka.PartitionTail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawTopicIndexTest {

    private static final int PARTITIONS = 3;
    private static final byte[] VALUE = {1};

    @TempDir private Path folder;
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger seen = new AtomicInteger();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> events =
            new HashMap<>();
    private MockConsumer<String, byte[]> consumer = topic();
    private RawTopicIndex index = new RawTopicIndex(tail(), new RepoSpool(Path.of("."), 1));

    @BeforeEach
    void open() {
        index = new RawTopicIndex(tail(), new RepoSpool(folder, 1));
    }

    @AfterEach
    void close() {
        index.close();
    }

    private PartitionTail tail() {
        return new PartitionTail(
                () -> {
                    opened.incrementAndGet();
                    return consumer;
                },
                Topics.RAW);
    }

    private MockConsumer<String, byte[]> topic() {
        MockConsumer<String, byte[]> made =
                new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name()) {
                    @Override
                    public synchronized void assign(Collection<TopicPartition> partitions) {
                        super.assign(partitions);
                        partitions.forEach(
                                p -> events.getOrDefault(p, List.of()).forEach(this::addRecord));
                    }
                };
        List<TopicPartition> all =
                IntStream.range(0, PARTITIONS)
                        .mapToObj(p -> new TopicPartition(Topics.RAW, p))
                        .toList();
        all.forEach(p -> ends.putIfAbsent(p, 0L));
        made.updatePartitions(
                Topics.RAW,
                all.stream()
                        .map(p -> new PartitionInfo(Topics.RAW, p.partition(), null, null, null))
                        .toList());
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        all.forEach(p -> beginnings.put(p, 0L));
        made.updateBeginningOffsets(beginnings);
        made.updateEndOffsets(ends);
        return made;
    }

    private static Did did(int number) {
        return Did.parse("did:web:a" + number + ".example");
    }

    private static Tid rev(int number) {
        return Tid.of(1_760_000_000_000_000L + number, 0);
    }

    private static String uri(Did did, int number) {
        return "at://" + did + "/site.standard.document/" + number;
    }

    /** Adds an event; the mock hands it over when its partition is read. */
    private void add(Did did, int record, int rev, boolean exists) {
        add(did, uri(did, record), rev, exists ? VALUE : null);
    }

    private void addState(Did did, int rev, String json) {
        add(did, did.value(), rev, json.getBytes(StandardCharsets.UTF_8));
    }

    private void add(Did did, String key, int rev, byte @Nullable [] value) {
        TopicPartition partition =
                new TopicPartition(Topics.RAW, DidPartitioner.partition(did.value(), PARTITIONS));
        long offset = ends.merge(partition, 1L, Long::sum) - 1;
        consumer.updateEndOffsets(ends);
        ConsumerRecord<String, byte[]> event =
                new ConsumerRecord<>(Topics.RAW, partition.partition(), offset, key, value);
        EnvelopeHeaders.add(event.headers(), "ce_rev", rev(rev).value());
        EnvelopeHeaders.add(event.headers(), "ce_origin", "backfill");
        events.computeIfAbsent(partition, each -> new ArrayList<>()).add(event);
    }

    private List<AtUri> older(Did did, int rev) {
        return index.olderThan(did, rev(rev), seen::incrementAndGet);
    }

    @Test
    void records_ofOneAccountAmongMany_areFoundAndTheTopicIsReadOnce() {
        // Given
        for (int record = 0; record < 4; record++) {
            for (int account = 0; account < 50; account++) {
                add(did(account), record, 10 + record, record != 2);
            }
        }

        // When / Then
        for (int account = 0; account < 50; account++) {
            Did did = did(account);
            assertThat(older(did, 13))
                    .extracting(AtUri::toString)
                    .containsExactly(uri(did, 0), uri(did, 1));
            assertThat(index.lastRead(did, () -> {})).contains(rev(13));
        }
        assertThat(seen).hasValue(200);
        assertThat(opened).hasValue(1);
    }

    @Test
    void events_thatCameSince_areSeenTheNextTimeAndNoOthers() {
        // Given
        add(did(1), 1, 10, true);
        assertThat(older(did(1), 20)).hasSize(1);

        // When
        add(did(1), 1, 11, false);
        add(did(1), 2, 12, true);

        // Then
        assertThat(older(did(1), 20)).extracting(AtUri::toString).containsExactly(uri(did(1), 2));
        assertThat(seen).hasValue(3);
    }

    @Test
    void brokers_thatDoNotAnswer_areAFailureOfInfrastructureAndAreAskedAnew() {
        // Given
        add(did(1), 1, 10, true);
        consumer.setPollException(new KafkaException("down"));

        // When / Then
        assertThatThrownBy(() -> older(did(1), 20)).isInstanceOf(InfrastructureException.class);
        consumer = topic();
        consumer.updateEndOffsets(ends);
        assertThat(older(did(1), 20)).hasSize(1);
        assertThat(opened).hasValue(2);
    }

    @Test
    void topic_thatWasMadeAnew_isReadFromItsBeginning() {
        // Given
        add(did(1), 1, 10, true);
        add(did(1), 2, 10, true);
        assertThat(older(did(1), 20)).hasSize(2);

        // When
        events.clear();
        ends.replaceAll((partition, end) -> 0L);
        consumer.updateEndOffsets(ends);

        // Then
        assertThat(older(did(1), 20)).isEmpty();
    }

    @Test
    void account_isKnownByItsNewestStateAndItsRecords() {
        // Given
        add(did(1), 1, 10, true);
        add(did(2), 1, 10, true);
        add(did(2), 1, 12, false);
        addState(did(1), 11, "{\"did\":\"x\",\"active\":false,\"status\":\"takendown\"}");
        addState(did(1), 9, "{\"active\":true}");
        addState(did(2), 11, "{\"active\":false}");
        addState(did(3), 11, "no state");

        // When / Then
        KnownRecords.Known first = index.account(did(1), () -> {});
        assertThat(first.hasRecords()).isTrue();
        assertThat(first.state())
                .contains(new KnownAccount(did(1), rev(11), RepoStatus.of(false, "takendown")));
        KnownRecords.Known second = index.account(did(2), () -> {});
        assertThat(second.hasRecords()).isFalse();
        assertThat(second.state().map(KnownAccount::status)).contains(RepoStatus.of(false, ""));
        assertThat(index.account(did(3), () -> {}))
                .isEqualTo(new KnownRecords.Known(false, Optional.empty()));
    }

    @Test
    void account_ofWhichOnlyAStateIsKnown_isNoneToSweep() {
        // Given
        addState(did(1), 11, "{\"active\":false}");

        // When / Then
        for (int group = 0; group < PARTITIONS; group++) {
            assertThat(index.accounts(group, () -> {})).isEmpty();
        }
    }

    @Test
    void accounts_areToldInGroups() {
        // Given
        for (int account = 0; account < 50; account++) {
            add(did(account), 1, 10, true);
        }

        // When
        List<Did> all =
                IntStream.range(0, index.groups())
                        .boxed()
                        .flatMap(group -> index.accounts(group, () -> {}).stream())
                        .toList();

        // Then
        assertThat(all).hasSize(50).doesNotHaveDuplicates().contains(did(49));
    }

    @Test
    void files_areGoneWhenTheIndexIsClosed() throws Exception {
        // Given
        add(did(1), 1, 10, true);
        older(did(1), 20);

        // When
        index.close();

        // Then
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
