package dev.pressline.kit.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the cluster whether topics are there and every partition has a leader that answers.
 * Thread-safe.
 */
@ApplicationScoped
public class TopicProbe {

    private static final long TIMEOUT_SECONDS = 10;

    private final Admin admin;

    /** Asks through this client, which stays its owner's. */
    public TopicProbe(Admin admin) {
        this.admin = admin;
    }

    /** What is missing, in words, or empty when every partition of every topic answers. */
    public Optional<String> missing(List<String> topics) {
        try {
            List<TopicPartition> partitions =
                    within(admin.describeTopics(topics).allTopicNames()).values().stream()
                            .flatMap(TopicProbe::partitions)
                            .toList();
            within(
                    admin.listOffsets(
                                    partitions.stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            p -> p, p -> OffsetSpec.latest())))
                            .all());
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.of("topics " + String.join(", ", topics) + ": " + cause(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static String cause(Exception e) {
        return String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
    }

    private static java.util.stream.Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream()
                .map(p -> new TopicPartition(topic.name(), p.partition()));
    }

    private static <T> T within(KafkaFuture<T> future)
            throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
