package dev.pressline.testing.faults.rig;

import dev.pressline.local.embedded.TopicSetup;
import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * A cluster of nodes as separate processes, with the topics of the pipeline on all of them: with
 * three nodes every partition has three replicas, of which two must have what is acknowledged. Not
 * thread-safe.
 */
public final class Brokers implements AutoCloseable {

    /** Of every topic. */
    static final int PARTITIONS = 4;

    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Patience LONG =
            new Patience(Duration.ofSeconds(120), Duration.ofMillis(100));

    private final String clusterId;
    private final List<BrokerNode> nodes;

    private Brokers(String clusterId, List<BrokerNode> nodes) {
        this.clusterId = clusterId;
        this.nodes = nodes;
    }

    /**
     * Starts a cluster of so many nodes on what they hold, if anything, and waits until its topics
     * can be written.
     */
    static Brokers start(Path directory, int count, String clusterId) {
        List<BrokerNode> nodes =
                IntStream.rangeClosed(1, count)
                        .mapToObj(id -> new BrokerNode(id, directory))
                        .toList();
        Brokers brokers = new Brokers(clusterId, nodes);
        try {
            brokers.format();
            nodes.forEach(BrokerNode::start);
            brokers.awaitWhole();
            try (Admin admin = brokers.admin()) {
                new TopicSetup(PARTITIONS, (short) Math.min(count, 3)).create(admin);
            }
            return brokers;
        } catch (RuntimeException e) {
            brokers.close();
            throw e;
        }
    }

    private void format() {
        String voters = nodes.stream().map(BrokerNode::voter).collect(Collectors.joining(","));
        List<ChildProcess> formatting =
                nodes.stream().map(node -> node.format(clusterId, voters, nodes.size())).toList();
        formatting.forEach(BrokerNode::awaitFormatted);
    }

    /** The nodes, by their number from zero. */
    public BrokerNode node(int number) {
        return nodes.get(number);
    }

    String clusterId() {
        return clusterId;
    }

    /** What clients need as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return nodes.stream().map(BrokerNode::address).collect(Collectors.joining(","));
    }

    /** A new administrator's client; the caller closes it. */
    Admin admin() {
        return Admin.create(
                Map.of(
                        "bootstrap.servers", bootstrapServers(),
                        "reconnect.backoff.ms", 50,
                        "reconnect.backoff.max.ms", 500));
    }

    /** Waits until every node is there and every replica has what its leader has. */
    public void awaitWhole() {
        try (Admin admin = admin()) {
            LONG.await("the brokers", () -> isWhole(admin) ? Optional.of(true) : Optional.empty());
        }
    }

    private boolean isWhole(Admin admin) {
        try {
            int present = within(admin.describeCluster().nodes()).size();
            List<String> topics = List.copyOf(within(admin.listTopics().names()));
            return present == nodes.size()
                    && within(admin.describeTopics(topics).allTopicNames()).values().stream()
                            .allMatch(Brokers::isInSync);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while waiting for brokers", e);
        }
    }

    private static <T> T within(org.apache.kafka.common.KafkaFuture<T> future)
            throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static boolean isInSync(TopicDescription topic) {
        return topic.partitions().stream()
                .allMatch(each -> each.isr().size() == each.replicas().size());
    }

    /** How many partitions of a topic each node leads, by its number from zero. */
    public Map<Integer, Long> leaders(String topic) {
        try (Admin admin = admin()) {
            return within(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                    .flatMap(each -> each.partitions().stream())
                    .filter(each -> each.leader() != null)
                    .collect(
                            Collectors.groupingBy(
                                    each -> each.leader().id() - 1, Collectors.counting()));
        } catch (ExecutionException | TimeoutException e) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while asking for leaders", e);
        }
    }

    @Override
    public void close() {
        nodes.parallelStream().forEach(BrokerNode::close);
    }
}
