package dev.pressline.ingest.backfill;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.kit.kafka.TopicReplay;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Reads what is known of a repository from the raw topic itself, from the partition of the account.
 * Costs as much as reading that partition once. Thread-safe.
 */
@ApplicationScoped
class RawTopicRecords implements KnownRecords {

    private final TopicReplay replay;

    RawTopicRecords(TopicReplay replay) {
        this.replay = replay;
    }

    @Override
    public List<AtUri> olderThan(Did did, Tid rev, Runnable working) {
        RepoVersions versions = new RepoVersions(did);
        replay.ofAccount(
                Topics.RAW,
                did,
                event -> {
                    working.run();
                    versions.see(event);
                });
        return versions.olderThan(rev);
    }
}
