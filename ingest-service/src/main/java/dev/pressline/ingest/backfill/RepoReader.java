package dev.pressline.ingest.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.atproto.pds.ListedRecord;
import dev.pressline.atproto.pds.PdsAnswer;
import dev.pressline.atproto.pds.PdsClient;
import dev.pressline.atproto.pds.RecordPage;
import dev.pressline.contract.data.RecordCid;
import dev.pressline.contract.event.Origin;
import dev.pressline.contract.event.Verification;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.ingest.publish.IngestMetrics;
import dev.pressline.ingest.publish.RawPublisher;
import dev.pressline.ingest.row.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/**
 * Reads the wanted records of a repository by {@code listRecords}. The head's rev is read first and
 * stamped on every record, so that whatever changes meanwhile is newer; the cursor of a page moves
 * on only when the brokers have the page. Thread-safe.
 */
@ApplicationScoped
class RepoReader {

    private static final Logger LOG = Logger.getLogger(RepoReader.class);

    private final PdsClient pds;
    private final RawPublisher publisher;
    private final IngestMetrics metrics;

    RepoReader(PdsClient pds, RawPublisher publisher, IngestMetrics metrics) {
        this.pds = pds;
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /** A repository and where it lives. */
    record Repo(Did did, HttpUrl pds) {}

    /**
     * Reads all; returns when the brokers have every record. Throws {@link RefusedRepoException}.
     */
    void read(Repo repo, List<Nsid> collections, Backfills.Progress progress) {
        Tid rev =
                ask(
                        progress,
                        "reading the head of " + repo.did(),
                        () -> pds.latestRev(repo.pds(), repo.did()));
        for (Nsid collection : collections) {
            progress.reading(collection.value());
            readCollection(repo, collection, rev, progress);
        }
    }

    private void readCollection(Repo repo, Nsid collection, Tid rev, Backfills.Progress progress) {
        Optional<String> cursor = Optional.empty();
        do {
            Optional<String> after = cursor;
            PdsClient.Listing listing =
                    new PdsClient.Listing(repo.did(), collection, after, PdsClient.MAX_PAGE);
            RecordPage page =
                    ask(
                            progress,
                            "listing " + collection,
                            () -> pds.listRecords(repo.pds(), listing));
            publisher.publish(events(repo, page, rev));
            progress.published(page.records().size());
            cursor =
                    page.records().isEmpty() || page.cursor().equals(after)
                            ? Optional.empty()
                            : page.cursor();
        } while (cursor.isPresent());
    }

    private static <T> T ask(
            Backfills.Progress progress,
            String what,
            java.util.function.Supplier<PdsAnswer<T>> question) {
        return progress.retry().whileDown(what, () -> Backfills.found(question.get()));
    }

    private List<ProducerRecord<String, byte[]>> events(Repo repo, RecordPage page, Tid rev) {
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        String source = "urn:pressline:backfill:" + repo.did();
        for (ListedRecord record : page.records()) {
            row(repo, record, rev)
                    .ifPresent(
                            row -> {
                                metrics.count(row);
                                events.add(publisher.put(row, Origin.BACKFILL, source));
                            });
        }
        return events;
    }

    private static Optional<Row.Put> row(Repo repo, ListedRecord record, Tid rev) {
        try {
            AtUri uri = AtUri.parse(record.uri());
            JsonNode value = ContractJson.mapper().readTree(record.json());
            if (!uri.did().equals(repo.did()) || !value.isObject()) {
                LOG.warnf(
                        "a listed record is not of the repository asked for: repo=%s", repo.did());
                return Optional.empty();
            }
            Optional<Cid> cid = RecordCid.of(value);
            boolean stated = cid.isPresent() && record.cid().equals(cid.get().value());
            Verification verification = stated ? Verification.CID : Verification.NONE;
            return Optional.of(new Row.Put(uri, rev, cid, verification, record.json()));
        } catch (InvalidIdentifierException | IOException e) {
            LOG.warnf("a listed record is not one: repo=%s %s", repo.did(), e.getMessage());
            return Optional.empty();
        }
    }
}
