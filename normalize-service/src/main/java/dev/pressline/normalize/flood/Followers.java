package dev.pressline.normalize.flood;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.StoppedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The consumer groups behind normalize, as the brokers know them: an account has the same partition
 * on every topic, so what they have left there is what its events wait behind. Groups that nobody
 * has heard of have nothing left. Thread-safe.
 */
public final class Followers implements Backlog {

    private final Admin admin;
    private final Set<String> groups;

    /** Asks about these groups. */
    public Followers(Admin admin, Set<String> groups) {
        this.admin = admin;
        this.groups = Set.copyOf(groups);
    }

    @Override
    public long of(int partition) {
        if (groups.isEmpty()) {
            return 0;
        }
        try {
            return lag(committed(partition));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } catch (ExecutionException e) {
            throw new InfrastructureException(
                    "the brokers do not say how far others are: " + e.getMessage(), e);
        }
    }

    private List<Map.Entry<TopicPartition, OffsetAndMetadata>> committed(int partition)
            throws ExecutionException, InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> question =
                groups.stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        group -> new ListConsumerGroupOffsetsSpec()));
        return admin.listConsumerGroupOffsets(question).all().get().values().stream()
                .flatMap(offsets -> offsets.entrySet().stream())
                .filter(each -> each.getKey().partition() == partition && each.getValue() != null)
                .toList();
    }

    private long lag(List<Map.Entry<TopicPartition, OffsetAndMetadata>> committed)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> question = new HashMap<>();
        committed.forEach(each -> question.put(each.getKey(), OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(question).all().get();
        long lag = 0;
        for (Map.Entry<TopicPartition, OffsetAndMetadata> each : committed) {
            ListOffsetsResultInfo end = ends.get(each.getKey());
            lag += end == null ? 0 : Math.max(0, end.offset() - each.getValue().offset());
        }
        return lag;
    }
}
