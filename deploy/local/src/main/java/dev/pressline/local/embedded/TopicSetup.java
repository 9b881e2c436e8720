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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * The topics of the pipeline with the settings that its promises need; see {@code
 * docs/operations.md}. Immutable.
 *
 * @param partitions of every topic, the same everywhere
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
                "retention.ms", millis(Duration.ofDays(30)));
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
            List<NewTopic> missing =
                    topics(generation).filter(topic -> !present.contains(topic.name())).toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new LaunchException("topics cannot be created: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while creating topics", e);
        }
        Patience.FOR_A_START.await("topics", () -> answering(admin, generation));
    }

    private Stream<NewTopic> topics(Generation generation) {
        return Stream.concat(
                Topics.COMPACTED.stream()
                        .map(generation::topic)
                        .map(name -> topic(name, compacted())),
                Topics.DEAD_LETTERS.stream()
                        .map(generation::topic)
                        .map(name -> topic(name, deadLetters())));
    }

    private NewTopic topic(String name, Map<String, String> settings) {
        return new NewTopic(name, partitions, replicas).configs(settings);
    }

    private Optional<Boolean> answering(Admin admin, Generation generation) {
        Map<TopicPartition, OffsetSpec> all =
                topics(generation)
                        .flatMap(
                                topic ->
                                        IntStream.range(0, partitions)
                                                .mapToObj(p -> new TopicPartition(topic.name(), p)))
                        .collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest()));
        try {
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
