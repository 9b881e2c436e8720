package dev.pressline.testing.faults.soak;

import dev.pressline.local.pipeline.Service;
import dev.pressline.testing.faults.rig.BrokerNode;
import dev.pressline.testing.faults.rig.Replica;
import dev.pressline.testing.faults.rig.Rig;
import java.util.List;

/** What is killed, one behind the other. Not thread-safe. */
final class Victims {

    private final Rig rig;
    private int turn;

    /** Those of a rig of which so many were killed before. */
    Victims(Rig rig, int turn) {
        this.rig = rig;
        this.turn = turn;
    }

    /** Kills the next one and starts it again; returns what it was. */
    String killNext() {
        List<Service> services = List.of(Service.values());
        int next = turn++ % (services.size() + 2);
        if (next < services.size()) {
            return kill(services.get(next));
        }
        return next == services.size() ? killBroker() : killStore();
    }

    private String kill(Service service) {
        Replica replica = rig.replica(service);
        replica.kill();
        replica.restart();
        replica.awaitReady();
        return service.title();
    }

    private String killBroker() {
        BrokerNode node = rig.brokers().node(turn % Soak.BROKERS);
        node.kill();
        node.start();
        rig.brokers().awaitWhole();
        return "a broker";
    }

    private String killStore() {
        rig.store().kill();
        rig.store().restart();
        return "the store";
    }
}
