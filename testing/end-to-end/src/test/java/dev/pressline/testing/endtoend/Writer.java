package dev.pressline.testing.endtoend;

import static dev.pressline.testing.endtoend.AccountOnSite.DOCUMENTS;
import static dev.pressline.testing.endtoend.AccountOnSite.PUBLICATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.testing.endtoend.PdsAccount.Listed;
import dev.pressline.testing.endtoend.PdsAccount.State;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An account whose records reach the pipeline by one kind of source, and what both say of it. Not
 * thread-safe.
 */
final class Writer {

    private static final String PUBLICATION = Rows.rev(0);

    private final String source;
    private final PdsAccount account;
    private final RunningPipeline pipeline;
    private final Runnable read;
    private final Set<String> written = new TreeSet<>();
    private final Set<String> deleted = new TreeSet<>();

    private Writer(String source, PdsAccount account, RunningPipeline pipeline, Runnable read) {
        this.source = source;
        this.account = account;
        this.pipeline = pipeline;
        this.read = read;
    }

    /** One whose records come by a live stream. */
    static Writer live(LiveSource source, PdsAccount account, RunningPipeline pipeline) {
        return new Writer(source.kind(), account, pipeline, () -> {});
    }

    /** One whose repository is read when it is looked for. */
    static Writer listed(PdsAccount account, RunningPipeline pipeline) {
        return new Writer("backfill", account, pipeline, () -> pipeline.readRepo(account.did()));
    }

    PdsAccount account() {
        return account;
    }

    /** Writes the publication that the documents belong to. */
    void found() {
        ObjectNode publication =
                ContractJson.mapper()
                        .createObjectNode()
                        .put("$type", PUBLICATIONS)
                        .put("url", "https://blog.example.test")
                        .put("name", "The Paper of " + source);
        account.put(PUBLICATIONS, PUBLICATION, publication);
    }

    /** Writes a document anew or again. */
    void write(String rkey, String title) {
        account.put(DOCUMENTS, rkey, site().newDocument(PUBLICATION, title));
        written.add(rkey);
        deleted.remove(rkey);
    }

    /** Deletes a document. */
    void delete(String rkey) {
        account.delete(DOCUMENTS, rkey);
        written.remove(rkey);
        deleted.add(rkey);
    }

    /** Whether there is such a document. */
    boolean has(String rkey) {
        return written.contains(rkey);
    }

    /** Whether the raw topic says what the PDS says, of the account and of its records. */
    private boolean rawTopicAgrees() {
        RawTopic raw = RawTopic.of(pipeline);
        State state = account.state();
        return raw.account(account.did()).equals(state)
                && (!state.active() || (agrees(raw, DOCUMENTS) && agrees(raw, PUBLICATIONS)));
    }

    private boolean agrees(RawTopic raw, String collection) {
        Map<String, JsonNode> listed = new TreeMap<>();
        account.list(collection).values().forEach(each -> listed.put(each.rkey(), each.value()));
        return raw.records(account.did(), collection).equals(listed);
    }

    /** Waits until the raw topic says what the PDS says. */
    void awaitRawTopic() {
        pipeline.await(source + " on the raw topic", this::readAndCompare);
    }

    private Optional<Boolean> readAndCompare() {
        read.run();
        return rawTopicAgrees() ? Optional.of(true) : Optional.empty();
    }

    /**
     * Asserts that the site shows what the PDS lists, and nothing else: what is deleted is gone for
     * good, unless it came and went unseen; what an account that may come back has is not found.
     */
    void assertSiteAgrees() {
        State state = account.state();
        Map<String, Listed> listed = state.active() ? account.list(DOCUMENTS) : Map.of();
        assertThat(site().shown()).as(source).isEqualTo(listed.keySet());
        listed.forEach(this::assertShown);
        int expected = state.active() ? 200 : state.status().equals("deleted") ? 410 : 404;
        assertThat(status(site().feed())).as(source + " feed").isEqualTo(expected);
        for (String rkey : written) {
            assertThat(status(site().page(rkey))).as(source).isEqualTo(expected);
        }
        RawTopic raw = RawTopic.of(pipeline);
        for (String rkey : deleted) {
            int gone = raw.knows(account.did(), DOCUMENTS, rkey) ? 410 : 404;
            assertThat(status(site().page(rkey))).as(source + " deleted").isEqualTo(gone);
        }
    }

    private int status(String path) {
        return pipeline.get(path).statusCode();
    }

    private void assertShown(String rkey, Listed record) {
        JsonNode document = site().document(rkey);
        assertThat(document.path("cid").asText()).as(source).isEqualTo(record.cid());
        assertThat(document.path("title")).as(source).isEqualTo(record.value().path("title"));
        assertThat(pipeline.text(site().page(rkey)))
                .as(source)
                .contains(record.value().path("title").asText());
        assertThat(pipeline.text(site().feed()))
                .as(source)
                .contains(record.value().path("title").asText());
    }

    AccountOnSite site() {
        return new AccountOnSite(pipeline, account);
    }
}
