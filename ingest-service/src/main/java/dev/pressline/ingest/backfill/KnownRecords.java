package dev.pressline.ingest.backfill;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import java.util.List;

/** What we have published of a repository before. Thread-safe. */
interface KnownRecords {

    /**
     * The records of an account that are there, not deleted, and whose last version is older than a
     * rev. {@code working} is called now and then while this takes its time. Throws {@link
     * dev.pressline.kit.failure.InfrastructureException} when the brokers do not answer.
     */
    List<AtUri> olderThan(Did did, Tid rev, Runnable working);
}
