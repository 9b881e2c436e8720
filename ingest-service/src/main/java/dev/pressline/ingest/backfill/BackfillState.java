package dev.pressline.ingest.backfill;

/**
 * Where the backfill of one repository stands.
 *
 * @param repo the handle or DID as asked for
 * @param phase {@code resolving}, {@code reading}, {@code done} or {@code refused}
 * @param records records the brokers have
 * @param detail the collection being read, why it waits, or why it was refused
 */
public record BackfillState(String repo, String phase, long records, String detail) {

    static BackfillState begun(String repo) {
        return new BackfillState(repo, "resolving", 0, "");
    }

    BackfillState in(String newPhase, String newDetail) {
        return new BackfillState(repo, newPhase, records, newDetail);
    }

    BackfillState plus(long more) {
        return new BackfillState(repo, phase, records + more, detail);
    }
}
