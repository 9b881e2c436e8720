package dev.pressline.ingest.backfill;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.kafka.PartitionTail;
import dev.pressline.kit.kafka.TopicReplay;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What is known of repositories, from the raw topic itself: a partition is read once when it is
 * first asked about, and from there on only what is new; its records' versions lie in a temporary
 * file by account. So many repositories cost as much as reading the topic once. Thread-safe.
 */
@ApplicationScoped
class RawTopicIndex implements KnownRecords {

    /** Lines beyond twice the first reading after which a partition is read anew. */
    private static final long SUPERFLUOUS = 1_000_000;

    private final PartitionTail raw;
    private final RepoSpool spool;
    private final Map<Integer, Partition> partitions = new HashMap<>();

    /** What is known of a partition. */
    private record Partition(AccountLog log, long firstLines) {

        boolean isOvergrown() {
            return log.lines() > 2 * firstLines + SUPERFLUOUS;
        }
    }

    @Inject
    RawTopicIndex(TopicReplay replay, RepoSpool spool) {
        this(replay.partitionTail(Topics.RAW), spool);
    }

    RawTopicIndex(PartitionTail raw, RepoSpool spool) {
        this.raw = raw;
        this.spool = spool;
    }

    @Override
    public List<AtUri> olderThan(Did did, Tid rev, Runnable working) {
        return versions(did, working).olderThan(rev);
    }

    @Override
    public Optional<Tid> lastRead(Did did, Runnable working) {
        return versions(did, working).lastRead();
    }

    @Override
    public KnownRecords.Known account(Did did, Runnable working) {
        RepoVersions versions = versions(did, working);
        return new KnownRecords.Known(versions.hasRecords(), versions.account());
    }

    private synchronized RepoVersions versions(Did did, Runnable working) {
        return onDisk(
                () -> {
                    RepoVersions versions = new RepoVersions(did);
                    upToDate(raw.partition(did), working)
                            .read(AccountLog.bucket(did), line -> show(versions, did, line));
                    return versions;
                });
    }

    private static void show(RepoVersions versions, Did did, String line) {
        if (KnownAccount.isLine(line)) {
            versions.see(KnownAccount.parse(line));
        } else if (line.contains(' ' + AtUri.SCHEME + did + '/')) {
            versions.see(KnownEvent.parse(line));
        }
    }

    @Override
    public synchronized int groups() {
        return raw.partitions();
    }

    @Override
    public synchronized List<Did> accounts(int group, Runnable working) {
        return onDisk(
                () -> {
                    AccountLog log = upToDate(group, working);
                    TreeSet<String> dids = new TreeSet<>();
                    for (int bucket = 0; bucket < AccountLog.BUCKETS; bucket++) {
                        log.read(bucket, line -> account(line).ifPresent(dids::add));
                    }
                    return dids.stream().map(Did::parse).toList();
                });
    }

    /** The account of a record's line. */
    private static Optional<String> account(String line) {
        return KnownAccount.isLine(line)
                ? Optional.empty()
                : Optional.of(KnownEvent.parse(line).uri().did().value());
    }

    private AccountLog upToDate(int partition, Runnable working) {
        Partition known = partitions.get(partition);
        if (known != null && !known.isOvergrown() && readOn(partition, known.log(), working)) {
            return known.log();
        }
        forget(partition);
        AccountLog log = new AccountLog(spool.directory());
        readOn(partition, log, working);
        partitions.put(partition, new Partition(log, log.lines()));
        return log;
    }

    private boolean readOn(int partition, AccountLog log, Runnable working) {
        return raw.read(
                partition,
                event -> {
                    working.run();
                    KnownEvent.of(event)
                            .ifPresent(known -> log.add(known.uri().did(), known.line()));
                    KnownAccount.of(event).ifPresent(known -> log.add(known.did(), known.line()));
                });
    }

    private void forget(int partition) {
        raw.rewind(partition);
        Partition known = partitions.remove(partition);
        if (known != null) {
            known.log().close();
        }
    }

    private <T> T onDisk(Supplier<T> work) {
        try {
            return work.get();
        } catch (UncheckedIOException e) {
            List.copyOf(partitions.keySet()).forEach(this::forget);
            throw new InfrastructureException("the temporary file of what is known", e);
        }
    }

    @PreDestroy
    synchronized void close() {
        List.copyOf(partitions.keySet()).forEach(this::forget);
        raw.close();
    }
}
