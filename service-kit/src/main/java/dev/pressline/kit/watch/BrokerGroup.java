package dev.pressline.kit.watch;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.StoppedException;
import dev.pressline.kit.kafka.LazyConsumer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * A group as the brokers know it. Opens a consumer of its own, which is in no group, when something
 * is left to be read. For one thread.
 */
final class BrokerGroup implements GroupView, AutoCloseable {

    private static final long TIMEOUT_SECONDS = 10;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST_POLLS = 20;

    private final Admin admin;
    private final String group;
    private final List<String> topics;
    private final LazyConsumer<byte[], byte[]> consumer;

    BrokerGroup(
            Admin admin,
            String group,
            List<String> topics,
            Supplier<Consumer<byte[], byte[]>> consumers) {
        this.admin = admin;
        this.group = group;
        this.topics = topics;
        this.consumer = new LazyConsumer<>(group, consumers);
    }

    @Override
    public Look look() {
        Map<TopicPartition, OffsetAndMetadata> committed =
                answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, OffsetSpec> question = new HashMap<>();
        partitions().forEach(partition -> question.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends = answer(admin.listOffsets(question).all());
        Map<TopicPartition, Stretch> stretches = new HashMap<>();
        ends.forEach(
                (partition, end) -> {
                    OffsetAndMetadata next = committed.get(partition);
                    stretches.put(
                            partition, new Stretch(next == null ? 0 : next.offset(), end.offset()));
                });
        return new Look(stretches, assigned());
    }

    private List<TopicPartition> partitions() {
        Collection<TopicDescription> described =
                answer(admin.describeTopics(topics).allTopicNames()).values();
        return described.stream()
                .flatMap(
                        topic ->
                                topic.partitions().stream()
                                        .map(p -> new TopicPartition(topic.name(), p.partition())))
                .toList();
    }

    private Set<TopicPartition> assigned() {
        KafkaFuture<ConsumerGroupDescription> description =
                admin.describeConsumerGroups(List.of(group)).describedGroups().get(group);
        try {
            return description == null
                    ? Set.of()
                    : answer(description).members().stream()
                            .flatMap(member -> member.assignment().topicPartitions().stream())
                            .collect(Collectors.toSet());
        } catch (InfrastructureException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Set.of();
            }
            throw e;
        }
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new InfrastructureException("the brokers did not answer: " + cause, cause);
        } catch (TimeoutException e) {
            throw new InfrastructureException("the brokers did not answer in time", e);
        }
    }

    @Override
    public Map<TopicPartition, Optional<Instant>> oldest(Map<TopicPartition, Stretch> stretches) {
        return consumer.ask(open -> read(open, stretches));
    }

    private static Map<TopicPartition, Optional<Instant>> read(
            Consumer<byte[], byte[]> open, Map<TopicPartition, Stretch> stretches) {
        Map<TopicPartition, Optional<Instant>> oldest = new HashMap<>();
        open.assign(stretches.keySet());
        stretches.forEach((partition, stretch) -> open.seek(partition, stretch.next()));
        for (int poll = 0; poll < MOST_POLLS && oldest.size() < stretches.size(); poll++) {
            for (ConsumerRecord<byte[], byte[]> each : open.poll(POLL)) {
                oldest.putIfAbsent(
                        new TopicPartition(each.topic(), each.partition()),
                        Optional.of(Instant.ofEpochMilli(each.timestamp())));
            }
            stretches.forEach(
                    (partition, stretch) -> {
                        if (open.position(partition) >= stretch.end()) {
                            oldest.putIfAbsent(partition, Optional.empty());
                        }
                    });
            open.pause(oldest.keySet());
        }
        return oldest;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
