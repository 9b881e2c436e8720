package dev.pressline.testing.benchmarks.contend;

import dev.pressline.local.embedded.EmbeddedKafka;
import dev.pressline.local.embedded.EmbeddedStore;
import dev.pressline.local.process.Patience;
import dev.pressline.local.watch.BrokerAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/**
 * The same broker and store that Pressline has, with topics and a bucket for contenders that take
 * rows from a topic. Thread-safe.
 */
record Workplace(EmbeddedKafka kafka, EmbeddedStore store, Admin admin) implements AutoCloseable {

    static final String ROWS = "bench.rows";
    static final String NORMALIZED = "bench.normalized";
    static final String RENDERED = "bench.rendered";
    static final String BUCKET = "bench";

    private static final int PARTITIONS = 12;
    private static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(30), Duration.ofMillis(20));

    static Workplace start(Path directory) {
        EmbeddedKafka kafka = EmbeddedKafka.start(directory);
        EmbeddedStore store = EmbeddedStore.start(directory);
        store.createBuckets(List.of(BUCKET));
        Workplace workplace = new Workplace(kafka, store, kafka.admin());
        workplace.createTopics();
        return workplace;
    }

    private void createTopics() {
        List<NewTopic> topics =
                List.of(ROWS, NORMALIZED, RENDERED).stream()
                        .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                        .toList();
        BrokerAnswer.to("create topics", () -> admin.createTopics(topics).all().get());
        PATIENCE.await("topics", () -> written(RENDERED).map(count -> true));
    }

    /** Returns when the groups have members that work. */
    void awaitGroups(List<String> groups) {
        PATIENCE.await(
                "groups " + groups,
                () -> groups.stream().allMatch(this::isStable) ? Optional.of(true) : none());
    }

    private static Optional<Boolean> none() {
        return Optional.empty();
    }

    private boolean isStable(String group) {
        try {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .allMatch(description -> description.groupState() == GroupState.STABLE);
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            throw BrokerAnswer.interrupted(e);
        }
    }

    /** Returns when a group has committed so many records of the rows. */
    void awaitCommitted(String group, long records) {
        PATIENCE.await(
                "group " + group, () -> committed(group) >= records ? Optional.of(true) : none());
    }

    private long committed(String group) {
        return BrokerAnswer.to(
                        "tell offsets",
                        () ->
                                admin.listConsumerGroupOffsets(group)
                                        .partitionsToOffsetAndMetadata()
                                        .get())
                .values()
                .stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    /** Returns when so many records were written to a topic. */
    void awaitWritten(String topic, long records) {
        PATIENCE.await(
                topic, () -> written(topic).filter(count -> count >= records).map(count -> true));
    }

    private Optional<Long> written(String topic) {
        Map<TopicPartition, OffsetSpec> question =
                IntStream.range(0, PARTITIONS)
                        .mapToObj(p -> new TopicPartition(topic, p))
                        .collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest()));
        try {
            return Optional.of(
                    admin.listOffsets(question).all().get().values().stream()
                            .mapToLong(info -> info.offset())
                            .sum());
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw BrokerAnswer.interrupted(e);
        }
    }

    @Override
    public void close() {
        admin.close();
        store.close();
        kafka.close();
    }
}
