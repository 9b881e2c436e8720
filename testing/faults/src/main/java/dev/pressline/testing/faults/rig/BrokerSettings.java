package dev.pressline.testing.faults.rig;

import java.util.Properties;

/** The settings of a node that are the same wherever it listens. Stateless. */
final class BrokerSettings {

    private static final int MOST_REPLICAS = 3;

    private BrokerSettings() {}

    static Properties of(int id, String voters, int nodes) {
        Properties properties = new Properties();
        properties.setProperty("node.id", Integer.toString(id));
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("controller.quorum.voters", voters);
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("inter.broker.listener.name", "INNER");
        properties.setProperty(
                "listener.security.protocol.map",
                "CLIENT:PLAINTEXT,INNER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        replicate(properties, Math.min(nodes, MOST_REPLICAS));
        small(properties);
        properties.setProperty("auto.create.topics.enable", "false");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        properties.setProperty("group.min.session.timeout.ms", "1000");
        return properties;
    }

    private static void replicate(Properties properties, int replicas) {
        String factor = Integer.toString(replicas);
        String minimum = Integer.toString(Math.max(1, replicas - 1));
        properties.setProperty("default.replication.factor", factor);
        properties.setProperty("min.insync.replicas", minimum);
        properties.setProperty("offsets.topic.replication.factor", factor);
        properties.setProperty("transaction.state.log.replication.factor", factor);
        properties.setProperty("transaction.state.log.min.isr", minimum);
        properties.setProperty("share.coordinator.state.topic.replication.factor", factor);
        properties.setProperty("share.coordinator.state.topic.min.isr", minimum);
        properties.setProperty("unclean.leader.election.enable", "false");
    }

    private static void small(Properties properties) {
        properties.setProperty("offsets.topic.num.partitions", "3");
        properties.setProperty("transaction.state.log.num.partitions", "3");
        properties.setProperty("log.cleaner.dedupe.buffer.size", "16777216");
        properties.setProperty("num.network.threads", "2");
        properties.setProperty("num.io.threads", "4");
        properties.setProperty("background.threads", "2");
        properties.setProperty("num.recovery.threads.per.data.dir", "2");
    }
}
