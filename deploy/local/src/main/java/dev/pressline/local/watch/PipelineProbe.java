package dev.pressline.local.watch;

import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.pipeline.ServiceAddress;
import dev.pressline.local.process.LaunchException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Looks at one generation of a running pipeline from outside. Thread-safe. */
public final class PipelineProbe implements AutoCloseable {

    private static final String INDEX_PENDING = "pressline_index_pending";
    private static final String BLOBS_PENDING = "pressline_blobs_in_flight";
    private static final String PUT_OFF = "pressline_records_put_off";

    private final Map<Service, ServiceAddress> services;
    private final Generation generation;
    private final Admin admin;
    private final MetricsClient metrics = new MetricsClient();

    /** The plain name of each topic by the name that the generation has for it. */
    private final Map<String, String> plainNames;

    private final List<TopicPartition> partitions;
    private final Transactions transactions;

    /**
     * Looks at the first generation at these addresses; throws {@link LaunchException} without
     * topics.
     */
    public PipelineProbe(Addresses addresses) {
        this(KafkaAccess.at(addresses.bootstrapServers()), addresses.services(), Generation.FIRST);
    }

    /**
     * Looks at a generation, of which these services are known; throws {@link LaunchException}
     * without topics.
     */
    public PipelineProbe(
            KafkaAccess kafka, Map<Service, ServiceAddress> services, Generation generation) {
        this.services = Map.copyOf(services);
        this.generation = generation;
        this.admin = Admin.create(kafka.with(Map.of()));
        this.plainNames =
                Stream.of(Topics.COMPACTED, Topics.DEAD_LETTERS)
                        .flatMap(List::stream)
                        .collect(Collectors.toMap(generation::topic, plain -> plain));
        this.partitions = partitions();
        this.transactions = new Transactions(kafka, generation);
    }

    private List<TopicPartition> partitions() {
        return BrokerAnswer.to(
                        "tell topics of the generation " + generation,
                        () -> admin.describeTopics(plainNames.keySet()).allTopicNames().get())
                .values()
                .stream()
                .flatMap(PipelineProbe::partitionsOf)
                .toList();
    }

    /** The partitions of a topic. */
    static Stream<TopicPartition> partitionsOf(TopicDescription topic) {
        return topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()));
    }

    /**
     * The state of this moment. Lags are asked along the flow and what services hold last, so that
     * work cannot slip past the question.
     */
    public Snapshot look() {
        Map<Step, Map<TopicPartition, OffsetAndMetadata>> committed = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            committed.put(step, committed(step));
        }
        Optional<Metrics> normalize = metrics(Service.NORMALIZE);
        OptionalLong pending = pending(normalize, metrics(Service.RENDER));
        Map<TopicPartition, Long> ends = ends();
        Map<Step, Long> lags = new EnumMap<>(Step.class);
        committed.forEach((step, offsets) -> lags.put(step, lag(step, offsets, ends)));
        lags.merge(Step.NORMALIZE, normalize.map(m -> m.count(PUT_OFF)).orElse(0L), Long::sum);
        return new Snapshot(written(ends), lags, pending);
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(Step step) {
        String group = generation.group(step.group());
        return BrokerAnswer.to(
                "tell offsets of " + group,
                () -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get());
    }

    private Map<TopicPartition, Long> ends() {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        BrokerAnswer.to("tell offsets", () -> admin.listOffsets(question).all().get())
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    private long lag(
            Step step,
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, Long> ends) {
        List<Range> left =
                partitions.stream()
                        .filter(partition -> step.topics().contains(plainName(partition)))
                        .map(partition -> range(partition, done(committed, partition), ends))
                        .toList();
        return transactions.count(left).values().stream().mapToLong(Long::longValue).sum();
    }

    private String plainName(TopicPartition partition) {
        return plainNames.getOrDefault(partition.topic(), partition.topic());
    }

    /** Up to where a partition is done; 0 where nothing is known. */
    static long done(Map<TopicPartition, OffsetAndMetadata> committed, TopicPartition partition) {
        OffsetAndMetadata offset = committed.get(partition);
        return offset == null ? 0 : offset.offset();
    }

    private static Range range(
            TopicPartition partition, long from, Map<TopicPartition, Long> ends) {
        return new Range(partition, from, ends.getOrDefault(partition, from));
    }

    private Map<String, Long> written(Map<TopicPartition, Long> ends) {
        List<Range> dead =
                partitions.stream()
                        .filter(partition -> Topics.DEAD_LETTERS.contains(plainName(partition)))
                        .map(partition -> range(partition, 0, ends))
                        .toList();
        Map<TopicPartition, Long> written = new HashMap<>(ends);
        transactions.count(dead).forEach((range, n) -> written.put(range.partition(), n));
        return written.entrySet().stream()
                .collect(
                        Collectors.groupingBy(
                                entry -> plainName(entry.getKey()),
                                Collectors.summingLong(Map.Entry::getValue)));
    }

    private static OptionalLong pending(Optional<Metrics> normalize, Optional<Metrics> render) {
        if (normalize.isEmpty() || render.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                normalize.get().count(BLOBS_PENDING) + render.get().count(INDEX_PENDING));
    }

    /** The metrics of a service, or empty when it does not answer. */
    public Optional<Metrics> metrics(Service service) {
        return Optional.ofNullable(services.get(service)).flatMap(metrics::read);
    }

    @Override
    public void close() {
        metrics.close();
        admin.close();
    }
}
