package dev.pressline.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.cursor.Cursor.Place;
import dev.pressline.ingest.source.RecordSource.RepoBackfillSource;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.failure.StoppedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepoReaderTest {

    private static final String DOCUMENTS = "site.standard.document";
    private static final String PUBLICATIONS = "site.standard.publication";
    private static final Backoff HASTY = new Backoff(Duration.ofMillis(1), Duration.ofMillis(2));

    private final Bench bench = new Bench();
    private final FakeNetwork network;
    private final RepoReader reader;
    private final List<AtUri> known = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<BackfillState> states = new ArrayList<>();
    private final AtomicReference<BackfillState> state =
            new AtomicReference<>(BackfillState.begun(FakeNetwork.DID.value()));

    RepoReaderTest() throws IOException {
        network = new FakeNetwork();
        reader =
                TestReader.of(
                        network,
                        bench.intakes,
                        TestReader.WANTED,
                        (did, rev, working) ->
                                rev.equals(Tid.parse(FakeNetwork.REV)) ? known : List.of());
    }

    @AfterEach
    void close() {
        network.close();
    }

    private void read(String repo, Optional<Place> start) {
        Progress progress = new Progress(change -> states.add(state.updateAndGet(change)));
        AtomicReference<Optional<Place>> place = new AtomicReference<>(start);
        new Retry(HASTY, () -> {})
                .whileDown(
                        "reading",
                        () ->
                                reader.read(
                                        new Reading(
                                                new RepoBackfillSource(repo),
                                                repo,
                                                place.get(),
                                                false,
                                                progress,
                                                moved -> {
                                                    places.add(moved);
                                                    place.set(Optional.of(moved));
                                                })));
    }

    private void read() {
        read(FakeNetwork.DID.value(), Optional.empty());
    }

    private List<String> keys() {
        return bench.sent(Topics.RAW).stream().map(ProducerRecord::key).toList();
    }

    private void fill(String collection, int records) {
        for (int i = 0; i < records; i++) {
            network.add(collection, "r" + i, "{ \"title\":\"" + i + "\" }");
        }
    }

    @Test
    void repo_ofSeveralPages_isPublishedWholeWithTheRevOfItsHead() {
        // Given
        fill(DOCUMENTS, 7);
        fill(PUBLICATIONS, 1);
        fill("app.bsky.feed.post", 5);

        // When
        read();

        // Then
        assertThat(keys()).hasSize(8).doesNotHaveDuplicates();
        ProducerRecord<String, byte[]> first = bench.sent(Topics.RAW).getFirst();
        assertThat(Bench.text(first)).isEqualTo("{ \"title\":\"6\" }");
        assertThat(Bench.header(first, "ce_rev")).isEqualTo(FakeNetwork.REV);
        assertThat(Bench.header(first, "ce_origin")).isEqualTo("backfill");
        assertThat(state.get().records()).isEqualTo(8);
        assertThat(network.requests().get(1)).contains("getLatestCommit");
        assertThat(network.requests()).noneMatch(request -> request.contains("bsky"));
    }

    @Test
    void place_movesOnlyAfterItsPageIsWithTheBrokers() {
        // Given
        fill(DOCUMENTS, 7);

        // When
        read();

        // Then
        assertThat(places)
                .extracting(place -> place.after().orElse(""))
                .containsExactly("3", "6", "7");
    }

    @Test
    void reading_resumed_goesOnAtItsPlaceWithItsFirstRev() {
        // Given
        fill(DOCUMENTS, 7);
        fill("site.standard.a", 2);
        fill(PUBLICATIONS, 1);
        read();
        Place afterTheFirstPage =
                places.stream()
                        .filter(place -> place.collection().value().equals(DOCUMENTS))
                        .findFirst()
                        .orElseThrow();
        bench.kafka.clear();
        network.requests().clear();

        // When
        read(FakeNetwork.DID.value(), Optional.of(afterTheFirstPage));

        // Then
        assertThat(keys()).hasSize(5);
        assertThat(network.requests()).noneMatch(request -> request.contains("getLatestCommit"));
    }

    @Test
    void pds_slowLimitingAndTalkingGarbage_isWaitedForAndNothingIsLostOrDoubled() {
        // Given
        fill(DOCUMENTS, 7);
        network.misbehave(
                FakeNetwork.status(503, ""),
                FakeNetwork.status(429, "", "Retry-After", "30"),
                FakeNetwork.status(200, "<html>"),
                FakeNetwork.status(200, "{\"records\":"),
                FakeNetwork.status(403, "<html>no robots</html>"),
                exchange -> exchange.close());

        // When
        read();

        // Then
        assertThat(keys()).hasSize(7).doesNotHaveDuplicates();
        assertThat(states)
                .extracting(BackfillState::detail)
                .anyMatch(detail -> detail.startsWith("waiting") && detail.contains("503"))
                .anyMatch(detail -> detail.startsWith("waiting") && detail.contains("429"))
                .anyMatch(detail -> detail.startsWith("waiting") && detail.contains("garbage"));
    }

    @Test
    void repo_thatThePdsDoesNotHave_isRefused() {
        // Given
        network.misbehave(FakeNetwork.status(400, "{\"error\":\"RepoNotFound\"}"));

        // When / Then
        assertThatThrownBy(this::read)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("RepoNotFound");
    }

    @Test
    void collection_thatThePdsRefuses_isReportedAndTheOthersAreRead() {
        // Given
        fill(DOCUMENTS, 2);
        fill(PUBLICATIONS, 1);
        network.misbehave(
                FakeNetwork.status(200, "{\"rev\":\"" + FakeNetwork.REV + "\"}"),
                FakeNetwork.status(
                        200, "{\"collections\":[\"" + DOCUMENTS + "\",\"" + PUBLICATIONS + "\"]}"),
                FakeNetwork.status(400, "{\"error\":\"InvalidRequest\"}"));

        // When
        read();

        // Then
        assertThat(keys()).hasSize(1).allMatch(key -> key.contains(PUBLICATIONS));
        assertThat(state.get().refusedCollections())
                .containsExactly(
                        new BackfillState.RefusedCollection(
                                DOCUMENTS, "the PDS answers 400 InvalidRequest"));
    }

    @Test
    void listedRecords_thatAreNone_areDeadLetteredAndTheirNeighboursPublished() {
        // Given
        fill(DOCUMENTS, 1);
        network.addListed(
                DOCUMENTS, FakeNetwork.listed("at://did:web:mallory.example/a.b.c/1", "{}"));
        network.addListed(DOCUMENTS, "{}");
        network.addListed(DOCUMENTS, "{\"uri\":7,\"value\":[]}");
        fill(PUBLICATIONS, 1);

        // When
        read();

        // Then
        assertThat(keys()).hasSize(2);
        assertThat(bench.deadLetters()).hasSize(3);
        assertThat(state.get().rejected()).isEqualTo(3);
    }

    @Test
    void records_knownAndNoLongerListed_areDeletedAtTheRevOfTheHead() {
        // Given
        fill(DOCUMENTS, 1);
        know(DOCUMENTS, "gone");
        know(PUBLICATIONS, "gone");
        know("app.bsky.feed.post", "nobody-asked");

        // When
        read();

        // Then
        List<ProducerRecord<String, byte[]>> deletes =
                bench.sent(Topics.RAW).stream().filter(event -> event.value() == null).toList();
        assertThat(deletes)
                .extracting(ProducerRecord::key)
                .containsExactly(uri(DOCUMENTS, "gone"), uri(PUBLICATIONS, "gone"));
        assertThat(deletes)
                .allMatch(event -> Bench.header(event, "ce_rev").equals(FakeNetwork.REV));
        assertThat(state.get().deleted()).isEqualTo(2);
    }

    @Test
    void records_ofCollectionsNotReadWhole_areNotDeleted() {
        // Given
        fill(DOCUMENTS, 1);
        network.addListed(PUBLICATIONS, "{\"uri\":7,\"value\":[]}");
        know(DOCUMENTS, "unseen");
        know(PUBLICATIONS, "perhaps-the-broken-one");
        network.misbehave(
                FakeNetwork.status(200, "{\"rev\":\"" + FakeNetwork.REV + "\"}"),
                FakeNetwork.status(
                        200, "{\"collections\":[\"" + DOCUMENTS + "\",\"" + PUBLICATIONS + "\"]}"),
                FakeNetwork.status(400, "{\"error\":\"InvalidRequest\"}"));

        // When
        read();

        // Then
        assertThat(bench.sent(Topics.RAW)).isEmpty();
        assertThat(state.get().deleted()).isZero();
    }

    private void know(String collection, String rkey) {
        known.add(AtUri.parse(uri(collection, rkey)));
    }

    private static String uri(String collection, String rkey) {
        return "at://" + FakeNetwork.DID + '/' + collection + '/' + rkey;
    }

    @Test
    void listing_thatRepeatsItsCursor_ends() {
        // Given
        fill(DOCUMENTS, 1);
        String same = "{\"records\":[" + FakeNetwork.listed("x", "{}") + "],\"cursor\":\"a\"}";
        network.misbehave(
                FakeNetwork.status(200, "{\"rev\":\"" + FakeNetwork.REV + "\"}"),
                FakeNetwork.status(200, "{\"collections\":[\"" + DOCUMENTS + "\"]}"),
                FakeNetwork.status(200, same),
                FakeNetwork.status(200, same));

        // When
        read();

        // Then
        assertThat(network.requests()).hasSize(5);
    }

    @Test
    void handle_thatIsNotProven_isRefused() {
        assertThatThrownBy(() -> read("alice.invalid", Optional.empty()))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void did_ofAnUnknownMethod_isRefused() {
        assertThatThrownBy(() -> read("did:key:zQ3shokFTS3brHcDQrn82RUDf", Optional.empty()))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void repo_ofAnAccountNobodyKnows_isRefused() {
        assertThatThrownBy(() -> read("did:plc:aaaaaaaaaaaaaaaaaaaaaaaa", Optional.empty()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("no DID document");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/",
                "https://10.0.0.1/",
                "http://example.com/",
                "file:///etc/passwd"
            })
    void collection_thatIsRedirectedToAForbiddenPlace_isReportedAndTheOthersAreRead(String target) {
        // Given
        fill(DOCUMENTS, 2);
        fill(PUBLICATIONS, 1);
        network.misbehaveAt(
                "listRecords", FakeNetwork.status(302, "<html>moved</html>", "Location", target));

        // When
        read();

        // Then
        assertThat(keys()).hasSize(1).allMatch(key -> key.contains(PUBLICATIONS));
        assertThat(state.get().refusedCollections())
                .extracting(BackfillState.RefusedCollection::collection)
                .containsExactly(DOCUMENTS);
    }

    @Test
    void page_whoseConnectionBreaksOrLies_isAskedForAgainAndNothingIsLostOrDoubled() {
        // Given
        fill(DOCUMENTS, 7);
        network.misbehaveAt(
                "listRecords",
                exchange -> exchange.close(),
                exchange -> {
                    exchange.sendResponseHeaders(200, 1_000);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    throw new IOException("goes away in the middle");
                },
                FakeNetwork.status(200, "{\"records\":7}"),
                FakeNetwork.status(200, "[]"),
                FakeNetwork.status(200, "<html>Please wait</html>"),
                FakeNetwork.status(429, "{\"error\":\"RateLimitExceeded\"}"),
                FakeNetwork.status(502, "<html>Bad Gateway</html>"));

        // When
        read();

        // Then
        assertThat(keys()).hasSize(7).doesNotHaveDuplicates();
        assertThat(state.get().refusedCollections()).isEmpty();
        assertThat(bench.deadLetters()).isEmpty();
    }

    @Test
    void reading_stoppedWhileThePdsIsDown_goesOnWhereItWasAndNothingIsLost() {
        // Given: the PDS goes down behind the second page, and the service stops while it waits
        fill(DOCUMENTS, 9);
        Thread reader = Thread.currentThread();
        network.misbehaveAt(
                "listRecords",
                network::answerProperly,
                network::answerProperly,
                exchange -> {
                    reader.interrupt();
                    FakeNetwork.status(503, "").answer(exchange);
                });
        assertThatThrownBy(this::read).isInstanceOf(StoppedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(keys()).hasSize(6);

        // When
        read(FakeNetwork.DID.value(), Optional.of(places.getLast()));

        // Then
        assertThat(keys()).hasSize(9).doesNotHaveDuplicates();
    }
}
