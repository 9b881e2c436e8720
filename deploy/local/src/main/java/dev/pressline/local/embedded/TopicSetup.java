package dev.pressline.local.embedded;

import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * The topics of the pipeline with the settings that its promises need; see {@code
 * docs/operations.md}. Immutable.
 *
 * @param partitions of every topic, the same everywhere: those of the raw topic where there is one
 * @param replicas of every partition
 */
public record TopicSetup(int partitions, short replicas) {

    /** What one node can offer. */
    public static final TopicSetup SINGLE_NODE =
            new TopicSetup(Topics.DEFAULT_PARTITIONS, (short) 1);

    private static final int MAX_MESSAGE_BYTES = 1024 * 1024;
    private static final int CAUSE_HEADERS_BYTES = 64 * 1024;

    /** Settings of a compacted topic. */
    public static Map<String, String> compacted() {
        return Map.of(
                "cleanup.policy", "compact",
                "max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES),
                "min.compaction.lag.ms", millis(Duration.ofHours(1)),
                "max.compaction.lag.ms", millis(Duration.ofDays(7)),
                "delete.retention.ms", millis(Duration.ofDays(7)),
                "segment.ms", millis(Duration.ofDays(1)));
    }

    /** Settings of a dead-letter queue: room for the cause beside the largest record. */
    public static Map<String, String> deadLetters() {
        return Map.of(
                "cleanup.policy", "delete",
                "max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES + CAUSE_HEADERS_BYTES),
                "retention.ms", millis(Duration.ofDays(30)),
                "segment.ms", millis(Duration.ofDays(1)));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    /** Creates the topics of the first generation; see {@link #create(Admin, Generation)}. */
    public void create(Admin admin) {
        create(admin, Generation.FIRST);
    }

    /**
     * Creates the topics of a generation that are not there yet, and waits until every partition
     * answers.
     */
    public void create(Admin admin, Generation generation) {
        try {
            Set<String> present = admin.listTopics().names().get();
            int count = present.contains(Topics.RAW) ? partitionsOfRaw(admin) : partitions;
            List<NewTopic> missing =
                    topics(generation, count)
                            .filter(topic -> !present.contains(topic.name()))
                            .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new LaunchException("topics cannot be created: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while creating topics", e);
        }
        Patience.FOR_A_START.await("topics", () -> answering(admin, generation));
    }

    private static int partitionsOfRaw(Admin admin)
            throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(Topics.RAW)).allTopicNames().get().values().stream()
                .mapToInt(topic -> topic.partitions().size())
                .sum();
    }

    private Stream<NewTopic> topics(Generation generation, int count) {
        return Stream.concat(
                Topics.COMPACTED.stream()
                        .map(generation::topic)
                        .map(name -> topic(name, count, compacted())),
                Topics.DEAD_LETTERS.stream()
                        .map(generation::topic)
                        .map(name -> topic(name, count, deadLetters())));
    }

    private NewTopic topic(String name, int count, Map<String, String> settings) {
        return new NewTopic(name, count, replicas).configs(settings);
    }

    private Optional<Boolean> answering(Admin admin, Generation generation) {
        List<String> names = topics(generation, partitions).map(NewTopic::name).toList();
        try {
            Map<TopicPartition, OffsetSpec> all =
                    admin.describeTopics(names).allTopicNames().get().values().stream()
                            .flatMap(
                                    topic ->
                                            topic.partitions().stream()
                                                    .map(
                                                            each ->
                                                                    new TopicPartition(
                                                                            topic.name(),
                                                                            each.partition())))
                            .collect(
                                    Collectors.toMap(
                                            Function.identity(), p -> OffsetSpec.latest()));
            admin.listOffsets(all).all().get();
            return Optional.of(true);
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while waiting for topics", e);
        }
    }
}
