package dev.pressline.normalize.core;

import dev.pressline.contract.document.Subscription;
import dev.pressline.normalize.repair.Draft;
import dev.pressline.normalize.repair.RepairRules;
import dev.pressline.normalize.repair.RepairSwitches;
import dev.pressline.normalize.text.Dates;
import java.util.Map;

/** Normalizes {@code site.standard.graph.subscription}. Pure and thread-safe. */
final class SubscriptionNormalizer {

    private final RepairSwitches switches;

    SubscriptionNormalizer(RepairSwitches switches) {
        this.switches = switches;
    }

    Subscription normalize(Subject subject) {
        Draft draft = new Draft(subject.record(), subject.facts(), switches);
        RepairRules.repairSubscription(draft);
        return new Subscription(
                subject.uri(),
                subject.cid(),
                subject.envelope().rev(),
                Fields.uri(draft.get("/publication")),
                draft.text("/createdAt").flatMap(Dates::strict),
                draft.repairs(),
                Violations.of(subject.record(), draft),
                Map.of());
    }
}
