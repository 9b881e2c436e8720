package dev.pressline.ingest.assign;

import dev.pressline.kit.health.LoopMonitor;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The place of this replica in the consumer group {@value #GROUP}, which shares out the partitions
 * of {@code pressline.cursors.v1}: whoever has the partition of a cursor reads its source. A
 * replica that dies is noticed after six seconds. Thread-safe.
 */
@ApplicationScoped
public class SourceAssignment {

    /** The group. */
    public static final String GROUP = "ingest";

    /** How long brokers wait for a sign of life: the shortest that they take by default. */
    private static final Duration SESSION = Duration.ofSeconds(6);

    private static final Duration SIGN_OF_LIFE = Duration.ofMillis(1_500);

    /** How long others wait for a replica that has to let a partition go. */
    private static final Duration LONGEST_REBALANCE = Duration.ofSeconds(30);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final Map<String, Object> clientSettings;
    private final LoopMonitor.Loop loop;
    private Optional<Membership> membership = Optional.empty();
    private boolean left;

    private record Membership(GroupMember member, Thread thread) {}

    /** Joins with the client settings given. */
    public SourceAssignment(
            @Identifier("default-kafka-broker") Map<String, Object> clientSettings,
            LoopMonitor monitor) {
        this.clientSettings = clientSettings;
        this.loop = monitor.loop("source assignment");
    }

    /** Joins the group; {@code owner} hears from one thread what is ours from now on. */
    public synchronized void join(PartitionOwner owner) {
        if (left) {
            return;
        }
        GroupMember member = new GroupMember(this::consumer, owner, loop);
        Thread thread = Thread.ofVirtual().name("source-assignment").start(member);
        membership = Optional.of(new Membership(member, thread));
    }

    /**
     * Leaves the group for good; returns when the owner has let everything go, or takes too long.
     */
    public synchronized void leave() throws InterruptedException {
        left = true;
        if (membership.isPresent()) {
            membership.get().member().askToStop();
            membership.get().thread().join(LONGEST_STOP);
        }
    }

    private Consumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(SESSION));
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, millis(SIGN_OF_LIFE));
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, millis(LONGEST_REBALANCE));
        settings.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static int millis(Duration duration) {
        return (int) duration.toMillis();
    }
}
