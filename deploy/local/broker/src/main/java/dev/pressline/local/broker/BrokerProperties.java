package dev.pressline.local.broker;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

/**
 * The configuration of the one-node broker: topics are never created by accident, groups start
 * without waiting, and buffers fit a heap of 256 MiB. Stateless.
 */
final class BrokerProperties {

    /** The id of the only node. */
    static final int NODE = 1;

    /** The listener of the controller's quorum. */
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final Set<String> LISTENERS =
            Set.of("listeners", "advertised.listeners", "listener.security.protocol.map");

    private static final String HOST = "127.0.0.1";

    private BrokerProperties() {}

    static Properties of(Path directory, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.setProperty("node.id", Integer.toString(NODE));
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("log.dirs", directory.toString());
        listen(properties, port, controllerPort);
        singleNode(properties);
        small(properties);
        properties.setProperty("auto.create.topics.enable", "false");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        return properties;
    }

    /**
     * Adds the settings of a file: listeners beside those that are there, others in their place.
     */
    static void add(Properties properties, Path file) throws IOException {
        Properties more = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            more.load(text);
        }
        for (String name : more.stringPropertyNames()) {
            properties.merge(
                    name,
                    more.getProperty(name),
                    (ours, theirs) -> LISTENERS.contains(name) ? ours + "," + theirs : theirs);
        }
    }

    private static void listen(Properties properties, int port, int controllerPort) {
        String client = "CLIENT://" + HOST + ':' + port;
        String controller = HOST + ':' + controllerPort;
        properties.setProperty(
                "listeners", client + ',' + CONTROLLER_LISTENER + "://" + controller);
        properties.setProperty("advertised.listeners", client);
        properties.setProperty(
                "listener.security.protocol.map",
                "CLIENT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        properties.setProperty("inter.broker.listener.name", "CLIENT");
        properties.setProperty("controller.listener.names", CONTROLLER_LISTENER);
        properties.setProperty("controller.quorum.voters", NODE + "@" + controller);
    }

    private static void singleNode(Properties properties) {
        properties.setProperty("default.replication.factor", "1");
        properties.setProperty("min.insync.replicas", "1");
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("offsets.topic.num.partitions", "4");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("transaction.state.log.num.partitions", "4");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
    }

    private static void small(Properties properties) {
        properties.setProperty("log.cleaner.dedupe.buffer.size", "16777216");
        properties.setProperty("num.network.threads", "2");
        properties.setProperty("num.io.threads", "4");
        properties.setProperty("background.threads", "2");
        properties.setProperty("num.recovery.threads.per.data.dir", "2");
    }
}
