package dev.pressline.ingest.backfill;

import dev.pressline.atproto.pds.PdsAnswer;
import dev.pressline.atproto.pds.PdsClient;
import dev.pressline.atproto.pds.RepoPage;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.ingest.backfill.ScanPages.Page;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.CursorStore;
import dev.pressline.ingest.source.RecordSource.NetworkSource;
import dev.pressline.ingest.source.RecordSource.RepoSource;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.store.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jboss.logging.Logger;

/**
 * Reads every repository that a relay lists for some collections, a page after the other, a few
 * pages at once. The cursor moves behind a page when each repository of it is read, refused, or
 * kept to be read later because its host does not answer. Used by one thread.
 */
final class NetworkScan {

    private static final Logger LOG = Logger.getLogger(NetworkScan.class);

    /** Repositories asked for at once. */
    static final int PAGE = 500;

    /** Pages of one collection; a listing that goes on beyond is one that never ends. */
    static final int MAX_PAGES = 20_000;

    private static final int HASH_DIGITS = 16;

    private final HttpUrl relay;
    private final Tools tools;
    private final ScanPages pages;
    private final Set<Long> seen = new HashSet<>();
    private Cursor.OfNetwork cursor;

    /**
     * What a scan works with.
     *
     * @param pds asks the relay
     * @param workers read repositories
     * @param cursors keep the place
     * @param backfills keep and show what is to be read later
     * @param progress hears how far it is
     * @param backoff how long to wait for a relay that does not answer
     */
    record Tools(
            PdsClient pds,
            RepoWorkers workers,
            CursorStore cursors,
            Backfills backfills,
            NetworkProgress progress,
            Backoff backoff) {}

    NetworkScan(HttpUrl relay, Cursor.OfNetwork from, Tools tools) {
        this.relay = relay;
        this.cursor = from;
        this.tools = tools;
        this.pages =
                new ScanPages(
                        new NetworkSource(relay.host()),
                        tools.cursors(),
                        tools.backfills(),
                        tools.progress());
    }

    /** Reads the repositories of these collections, but for those that the cursor has done. */
    void run(List<Nsid> collections) throws InterruptedException {
        tools.progress().begins(cursor);
        for (Nsid collection : collections) {
            if (!cursor.done().contains(collection)) {
                scan(collection);
            }
        }
        tools.progress().listed();
        cursor = pages.settleAll(cursor);
        LOG.infof("the network is read: %s", cursor.counts());
    }

    private void scan(Nsid collection) throws InterruptedException {
        Optional<String> after =
                cursor.collection().equals(Optional.of(collection))
                        ? cursor.after()
                        : Optional.empty();
        for (int count = 0; count < MAX_PAGES; count++) {
            RepoPage listed = list(collection, after);
            boolean isLast = listed.cursor().isEmpty() || listed.cursor().equals(after);
            after = listed.cursor();
            begin(listed.repos(), new Page(collection, isLast ? Optional.empty() : after));
            cursor = pages.settle(cursor);
            if (isLast) {
                return;
            }
        }
        LOG.warnf("the listing of %s does not end", collection);
    }

    private RepoPage list(Nsid collection, Optional<String> after) {
        Retry retry = new Retry(tools.backoff(), () -> {});
        return retry.whileDown(
                "listing the repositories of " + collection,
                () -> given(tools.pds().repositories(relay, collection, after, PAGE)));
    }

    /** A relay that refuses may be the wrong one; its operator is the one to say, so we wait. */
    private RepoPage given(PdsAnswer<RepoPage> answer) {
        return switch (answer) {
            case PdsAnswer.Found<RepoPage>(RepoPage page) -> page;
            case PdsAnswer.NotThere<RepoPage> no -> throw waits(no.why(), Optional.empty());
            case PdsAnswer.Refused<RepoPage>(String why) -> throw waits(why, Optional.empty());
            case PdsAnswer.Unavailable<RepoPage>(String why, Optional<Duration> after) ->
                    throw waits(why, after);
        };
    }

    private InfrastructureException waits(String why, Optional<Duration> after) {
        String told = "the relay " + relay.host() + " answers: " + why;
        tools.progress().waits(told);
        return new InfrastructureException(told, after.orElse(RepoAddress.ASK_AGAIN));
    }

    private void begin(List<Did> repos, Page page) {
        List<Did> fresh = repos.stream().filter(this::isNew).toList();
        RepoJob.Owner owner = pages.add(page, fresh.size());
        tools.progress().found(fresh.size());
        for (Did did : fresh) {
            tools.workers()
                    .add(new RepoJob(new RepoSource(did), did.value(), Optional.empty(), owner));
        }
    }

    /** A repository that holds several collections is read once; 64 bits of its DID are kept. */
    private boolean isNew(Did did) {
        String hash = Sha256.hex(did.value().getBytes(StandardCharsets.UTF_8));
        return seen.add(Long.parseUnsignedLong(hash.substring(0, HASH_DIGITS), 16));
    }
}
