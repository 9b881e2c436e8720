package dev.pressline.ingest.backfill;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import java.util.List;
import java.util.Optional;

/** What we have published of a repository before. Thread-safe. */
interface KnownRecords {

    /**
     * The records of an account that are there, not deleted, and whose last version is older than a
     * rev. {@code working} is called now and then while this takes its time. Throws {@link
     * dev.pressline.kit.failure.InfrastructureException} when the brokers do not answer.
     */
    List<AtUri> olderThan(Did did, Tid rev, Runnable working);

    /**
     * The rev at which the whole repository was last read, as far as what came of it tells; throws
     * likewise.
     */
    Optional<Tid> lastRead(Did did, Runnable working);

    /**
     * What is known of an account beside its records.
     *
     * @param hasRecords whether there are any, not deleted
     * @param state the newest state, empty where none was ever published, which means active
     */
    record Known(boolean hasRecords, Optional<KnownAccount> state) {}

    /** What is known of an account; throws likewise. */
    Known account(Did did, Runnable working);

    /** In how many groups the known accounts can be had; throws likewise. */
    int groups();

    /** The accounts of a group that anything is known of; throws likewise. */
    List<Did> accounts(int group, Runnable working);
}
