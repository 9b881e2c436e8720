package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.normalize.core.Records;
import java.util.Optional;

/** Drafts of records about which nothing else is known. */
final class Drafts {

    private static final RecordFacts FACTS =
            new RecordFacts(Records.SEED, Tid.parse("3mf42slbt3h2c"), Optional.empty());

    private Drafts() {}

    static Draft of(ObjectNode record, RepairSwitches switches) {
        return new Draft(record, FACTS, switches);
    }

    /** A draft of JSON with single quotation marks. */
    static Draft of(String json, RepairSwitches switches) {
        return of((ObjectNode) Records.quoted(json), switches);
    }
}
