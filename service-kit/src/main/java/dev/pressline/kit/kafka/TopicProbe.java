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

    private static final String NO_ANSWER =
            "the brokers did not answer within "
                    + TIMEOUT_SECONDS
                    + " s: they are down, or kafka.bootstrap.servers or kafka.security.protocol is"
                    + " not theirs";

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
        } catch (ExecutionException e) {
            return Optional.of("topics " + String.join(", ", topics) + ": " + cause(e));
        } catch (TimeoutException e) {
            return Optional.of(NO_ANSWER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static String cause(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause instanceof org.apache.kafka.common.errors.TimeoutException
                ? NO_ANSWER
                : withReason(cause);
    }

    /** Of a failed handshake, say, the certificate that nobody trusts stands only below it. */
    private static String withReason(Throwable fault) {
        Throwable reason = fault;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        String said = String.valueOf(fault.getMessage());
        return fault.getCause() == null ? said : said + ": " + reason.getMessage();
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
