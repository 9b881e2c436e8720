package dev.pressline.local.watch;

import dev.pressline.contract.event.Generation;
import dev.pressline.local.watch.GroupView.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Looks at the consumer groups of all generations, and that of ingest's sources. Thread-safe. */
public final class Groups implements AutoCloseable {

    /** The group that shares out sources, which are read by no offset of it. */
    private static final String SOURCES = "ingest";

    private static final Comparator<Range> BY_PARTITION =
            Comparator.comparing((Range range) -> range.partition().topic())
                    .thenComparing(range -> range.partition().partition());

    private final KafkaAccess kafka;
    private final Admin admin;

    /** Asks these brokers. */
    public Groups(KafkaAccess kafka) {
        this.kafka = kafka;
        this.admin = Admin.create(kafka.with(Map.of()));
    }

    /** Those that there are of ours, by name; throws when the brokers do not tell. */
    public List<GroupView> look() {
        List<String> names =
                BrokerAnswer.to("list groups", () -> admin.listGroups().all().get()).stream()
                        .map(GroupListing::groupId)
                        .filter(isOurs())
                        .sorted()
                        .toList();
        return names.stream().map(this::view).toList();
    }

    private static Predicate<String> isOurs() {
        List<String> plain =
                Stream.concat(Stream.of(SOURCES), Generation.FIRST.groups().stream()).toList();
        return name -> plain.stream().anyMatch(p -> name.equals(p) || name.startsWith(p + '.'));
    }

    private GroupView view(String name) {
        ConsumerGroupDescription group =
                BrokerAnswer.to(
                        "describe " + name,
                        () -> only(admin.describeConsumerGroups(List.of(name)).all().get()));
        Map<TopicPartition, OffsetAndMetadata> committed =
                BrokerAnswer.to(
                        "tell offsets of " + name,
                        () ->
                                admin.listConsumerGroupOffsets(name)
                                        .partitionsToOffsetAndMetadata()
                                        .get());
        return new GroupView(
                name,
                group.groupState().toString(),
                group.members().size(),
                shares(name, owners(group), committed));
    }

    private static <T> T only(Map<String, T> described) {
        return described.values().iterator().next();
    }

    /** The generation that a group of this name is of. */
    private static Generation generation(String group) {
        int dot = group.indexOf('.');
        return dot < 0 ? Generation.FIRST : Generation.parse(group.substring(dot + 1));
    }

    private static Map<TopicPartition, String> owners(ConsumerGroupDescription group) {
        Map<TopicPartition, String> owners = new HashMap<>();
        for (MemberDescription member : group.members()) {
            member.assignment()
                    .topicPartitions()
                    .forEach(each -> owners.put(each, member.clientId() + member.host()));
        }
        return owners;
    }

    private List<Share> shares(
            String group,
            Map<TopicPartition, String> owners,
            Map<TopicPartition, OffsetAndMetadata> committed) {
        Set<String> topics =
                Stream.concat(owners.keySet().stream(), committed.keySet().stream())
                        .map(TopicPartition::topic)
                        .collect(Collectors.toCollection(TreeSet::new));
        List<Range> ranges = new ArrayList<>();
        ends(topics)
                .forEach(
                        (partition, end) ->
                                ranges.add(
                                        new Range(
                                                partition,
                                                PipelineProbe.done(committed, partition),
                                                end)));
        ranges.sort(BY_PARTITION);
        Map<Range, Long> left =
                group.equals(SOURCES)
                        ? Map.of()
                        : new Transactions(kafka, generation(group)).count(ranges);
        return ranges.stream()
                .map(
                        range ->
                                new Share(
                                        range.partition(),
                                        range.from(),
                                        range.to(),
                                        left.getOrDefault(range, 0L),
                                        Optional.ofNullable(owners.get(range.partition()))))
                .toList();
    }

    /** The ends of all partitions of these topics: one that nobody has is among them. */
    private Map<TopicPartition, Long> ends(Set<String> topics) {
        Map<TopicPartition, OffsetSpec> question =
                BrokerAnswer.to(
                                "describe topics",
                                () -> admin.describeTopics(topics).allTopicNames().get())
                        .values()
                        .stream()
                        .flatMap(PipelineProbe::partitionsOf)
                        .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
        return BrokerAnswer.to("tell offsets", () -> admin.listOffsets(question).all().get())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
    }

    @Override
    public void close() {
        admin.close();
    }
}
