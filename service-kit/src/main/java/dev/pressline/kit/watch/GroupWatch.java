package dev.pressline.kit.watch;

import dev.pressline.contract.event.Generation;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.kafka.LazyConsumer;
import dev.pressline.kit.loop.EndlessLoop;
import dev.pressline.kit.metric.Meters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Shows how far the groups of this service are, whichever replica has the partitions: what a
 * consumer says of its own lag is silent or wrong when it has none. Looks every few seconds in the
 * background.
 */
@ApplicationScoped
class GroupWatch {

    private static final Logger LOG = Logger.getLogger(GroupWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** One batch of each partition is enough, since one record of it is looked at. */
    private static final int FETCH_BYTES = 1;

    private static final int MOST_RECORDS = 50;

    private final Admin admin;
    private final Map<String, Object> kafka;
    private final Instance<WatchedGroup> groups;
    private final Generation own;
    private final MeterRegistry registry;
    private final List<EndlessLoop> loops = new ArrayList<>();

    private record Watching(BrokerGroup group, GroupProgress progress) implements EndlessLoop.Turn {

        @Override
        public Duration take() {
            try {
                progress.look();
            } catch (InfrastructureException e) {
                LOG.debugf("a group is not seen: %s", e.getMessage());
            }
            return PAUSE;
        }

        @Override
        public void end() {
            group.close();
        }
    }

    GroupWatch(
            Admin admin,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Instance<WatchedGroup> groups,
            Generation own,
            MeterRegistry registry) {
        this.admin = admin;
        this.kafka = kafka;
        this.groups = groups;
        this.own = own;
        this.registry = registry;
    }

    void start(@Observes StartupEvent event) {
        groups.forEach(this::start);
    }

    private void start(WatchedGroup watched) {
        BrokerGroup group =
                new BrokerGroup(
                        admin,
                        own.group(watched.group()),
                        watched.topics().stream().map(own::topic).toList(),
                        this::consumer);
        GroupProgress progress = new GroupProgress(group);
        Clock clock = Clock.systemUTC();
        Meters.oldestUnprocessed(registry, watched.stage(), () -> progress.age(clock.instant()));
        Gauge.builder("pressline.partitions.unassigned", progress, GroupProgress::unassigned)
                .description("Partitions of the topics of a stage that no replica of it has")
                .tag("stage", watched.stage())
                .register(registry);
        EndlessLoop loop =
                new EndlessLoop("watch " + watched.stage(), PAUSE, new Watching(group, progress));
        loops.add(loop);
        loop.startAfter(PAUSE);
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = LazyConsumer.settings(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    void stop(@Observes ShutdownEvent event) {
        loops.forEach(EndlessLoop::stop);
    }
}
