package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.pipeline.Foundation;
import dev.pressline.local.pipeline.PipelineOptions;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.pipeline.StartListener;
import dev.pressline.local.process.Patience;
import dev.pressline.local.process.Ports;
import dev.pressline.local.watch.TopicReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Several packaged ingest services on one broker, killed as crashes would. */
class ReplicasTest {

    private static final Patience LONG =
            new Patience(Duration.ofSeconds(90), Duration.ofMillis(50));
    private static final String DID = "did:web:writer.example";
    private static final String CURSOR = "urn:pressline:stream:network";

    @TempDir Path directory;

    private final List<ServiceReplica> replicas = new ArrayList<>();
    private Foundation foundation;
    private FakeJetstream jetstream;
    private int created;

    @BeforeEach
    void start() throws IOException {
        jetstream = FakeJetstream.start();
        foundation =
                Foundations.kind()
                        .start(
                                new PipelineOptions(
                                        directory, Ports.FREE, Optional.empty(), Map.of()),
                                new Silent());
        addReplica("ingest-a");
        await("one connection", () -> jetstream.open() == 1);
        addReplica("ingest-b");
    }

    @AfterEach
    void stop() {
        replicas.forEach(ServiceReplica::close);
        foundation.close();
        jetstream.close();
    }

    private record Silent() implements StartListener {
        @Override
        public void starting(String part) {}

        @Override
        public void ready(String part, String where) {}
    }

    private void addReplica(String name) {
        addReplica(
                name,
                Map.of(
                        "PRESSLINE_INGEST_SOURCES_NETWORK_KIND",
                        "jetstream",
                        "PRESSLINE_INGEST_SOURCES_NETWORK_URL",
                        jetstream.url()));
    }

    private ServiceReplica addReplica(String name, Map<String, String> settings) {
        ServiceReplica replica =
                ServiceReplica.start(Service.INGEST, name, foundation, settings, directory);
        replicas.add(replica);
        return replica;
    }

    private void closeAll() {
        replicas.forEach(ServiceReplica::close);
        replicas.clear();
    }

    private static void await(String what, Supplier<Boolean> condition) {
        LONG.await(what, () -> condition.get() ? Optional.of(true) : Optional.empty());
    }

    private void create(int documents) {
        for (int i = 0; i < documents; i++) {
            String rev = Tid.of(1_781_535_000_000_000L + created, 0).value();
            jetstream.create(DID, "r" + created++, rev);
        }
    }

    private List<ConsumerRecord<String, byte[]>> read(String topic) {
        List<ConsumerRecord<String, byte[]>> events = new ArrayList<>();
        TopicReader.read(foundation.bootstrapServers(), List.of(topic), events::add);
        return events;
    }

    private Set<String> documents() {
        Set<String> keys = new TreeSet<>();
        read(Topics.RAW).forEach(event -> keys.add(event.key()));
        return keys;
    }

    /** Where the last cursor of the stream stands. */
    private long position() {
        long position = -1;
        for (ConsumerRecord<String, byte[]> event : read(Topics.CURSORS)) {
            if (event.key().equals(CURSOR)) {
                position = json(event).path("position").asLong();
            }
        }
        return position;
    }

    private static com.fasterxml.jackson.databind.JsonNode json(
            ConsumerRecord<String, byte[]> event) {
        try {
            return ContractJson.mapper().readTree(event.value());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the replica that reads the stream out of those that run, once one does. */
    private ServiceReplica takeReader() {
        ServiceReplica reader =
                LONG.await(
                        "a reader",
                        () ->
                                replicas.stream()
                                        .filter(r -> r.metric("pressline_source_connected") == 1)
                                        .findFirst());
        replicas.remove(reader);
        return reader;
    }

    @Test
    void source_whoseReplicaIsKilled_goesOnAtAnotherAndNothingIsLost() {
        for (int round = 0; round < 3; round++) {
            // Given
            create(200);
            ServiceReplica reader = takeReader();

            // When
            create(300);
            reader.kill();
            create(200);

            // Then
            await("every document", () -> documents().size() == created);
            await("the cursor behind them", () -> position() == created);
            await("one connection", () -> jetstream.open() == 1);
            addReplica("ingest-" + round);
        }
    }

    @Test
    void source_whoseReplicaStops_goesOnBehindWhatThatSaved() {
        // Given
        create(100);
        await("the cursor behind them", () -> position() == created);
        ServiceReplica reader = takeReader();

        // When
        reader.close();
        create(100);

        // Then
        await("the cursor behind all", () -> position() == created);
        assertThat(documents()).hasSize(created);
    }

    @Test
    @EnabledIfSystemProperty(named = "pressline.long", matches = "true")
    void source_drained_isCoveredByItsCursorAndGoesOnBehindIt() {
        // When
        create(500);
        closeAll();
        ServiceReplica drained = addReplica("drained", Map.of());
        int before = documents().size();
        create(200);

        // Then
        await("what was read to be covered", () -> position() == before);
        assertThat(drained.metrics()).doesNotContain("source=\"network\"");
        assertThat(jetstream.open()).isZero();
        assertThat(documents()).hasSize(before);

        // When
        closeAll();
        addReplica("back");

        // Then
        await("the cursor behind all", () -> position() == created);
        assertThat(documents()).hasSize(created);
        assertThat(replicas.getFirst().metric("pressline_source_gaps_total")).isZero();
    }
}
