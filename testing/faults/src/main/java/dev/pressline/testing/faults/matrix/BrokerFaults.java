package dev.pressline.testing.faults.matrix;

import dev.pressline.contract.event.Topics;
import dev.pressline.testing.faults.proxy.Mood;
import dev.pressline.testing.faults.rig.BrokerNode;
import dev.pressline.testing.faults.rig.Brokers;
import java.util.Map;

/** Faults of brokers. Stateless. */
final class BrokerFaults {

    private static final int NODES = 3;

    private BrokerFaults() {}

    /** The node that leads most of the raw topic is killed, and comes back. */
    static Fault leaderKilled() {
        return scene -> {
            Brokers brokers = scene.rig().brokers();
            scene.releaseUntilOn(Topics.RAW, 4);
            int leader = leader(brokers);
            brokers.node(leader).kill();
            scene.note("kill -9 of the broker that leads " + Topics.RAW);
            scene.releaseUntilOn(Topics.RENDERED, 4);
            if (brokers.leaders(Topics.RAW).containsKey(leader)) {
                throw new IllegalStateException("the dead broker still leads");
            }
            scene.note("another broker leads");
            brokers.node(leader).start();
            scene.release(4);
            brokers.awaitWhole();
        };
    }

    private static int leader(Brokers brokers) {
        return brokers.leaders(Topics.RAW).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow(() -> new IllegalStateException("nobody leads"))
                .getKey();
    }

    /** Each node is stopped in good order and started again, one behind the other. */
    static Fault rollingRestart() {
        return scene -> {
            Brokers brokers = scene.rig().brokers();
            for (int node = 0; node < NODES; node++) {
                scene.releaseUntilOn(Topics.NORMALIZED, NODES + 1);
                brokers.node(node).stop();
                scene.note("restart of a broker");
                brokers.node(node).start();
                brokers.awaitWhole();
            }
        };
    }

    /** Two of three nodes are killed: nothing can be acknowledged until one is back. */
    static Fault twoDown() {
        return scene -> {
            Brokers brokers = scene.rig().brokers();
            scene.releaseUntilOn(Topics.NORMALIZED, 3);
            brokers.node(0).kill();
            brokers.node(1).kill();
            scene.release(3);
            scene.note("kill -9 of two of three brokers");
            brokers.node(0).start();
            brokers.node(1).start();
            brokers.awaitWhole();
        };
    }

    /** What clients say to one node is swallowed, while the other nodes still see it. */
    static Fault unreachable() {
        return scene -> {
            BrokerNode node = scene.rig().brokers().node(leader(scene.rig().brokers()));
            scene.releaseUntilOn(Topics.NORMALIZED, 3);
            node.proxy().mood(new Mood.BlackHole());
            scene.release(3);
            NetworkFaults.awaitStruck(node.proxy(), 2);
            scene.note("a broker that swallows what clients say");
            node.proxy().mood(new Mood.Pass());
        };
    }
}
