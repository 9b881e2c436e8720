package dev.pressline.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.pressline.atproto.repo.TestRepo;
import dev.pressline.atproto.repo.commit.TestKey;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.CursorStore;
import dev.pressline.ingest.cursor.TestCursors;
import dev.pressline.kit.failure.Backoff;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A network of a relay and some PDSes on loopback, read as a whole. */
@Timeout(240)
class NetworkScanTest {

    private static final String LIST = "com.atproto.sync.listReposByCollection";
    private static final String GET_REPO = "com.atproto.sync.getRepo";
    private static final Nsid DOCUMENTS = Nsid.parse("site.standard.document");
    private static final Nsid PUBLICATIONS = Nsid.parse("site.standard.publication");
    private static final TestKey KEY = TestKey.k256(4_711);
    private static final Tid REV = Tid.parse("3m7tubaaaac22");
    private static final int PAGE = 10;
    private static final Backoff HASTY = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));

    private final Bench bench = new Bench();
    private final TestNetwork network = new TestNetwork();
    private final TestNetwork.Host relay = network.host();
    private final Map<Nsid, List<Did>> listed = new LinkedHashMap<>();
    private final NetworkProgress progress = new NetworkProgress();
    private final RepoWorkers workers =
            TestReader.workers(network.plcUrl(), bench, TestReader.WANTED, HASTY);

    private final CursorStore cursorStore = TestCursors.of(bench.producer);

    NetworkScanTest() {
        relay.answer(LIST, this::page);
    }

    @AfterEach
    void close() {
        workers.stop(new io.quarkus.runtime.ShutdownEvent());
        network.close();
    }

    private void page(HttpExchange exchange) throws IOException {
        Map<String, String> parameters = TestNetwork.parameters(exchange);
        List<Did> all = listed.get(Nsid.parse(parameters.getOrDefault("collection", "")));
        int from = Integer.parseInt(parameters.getOrDefault("cursor", "0"));
        int to = Math.min(all.size(), from + PAGE);
        StringBuilder repos = new StringBuilder();
        all.subList(from, to).forEach(did -> repos.append(",{\"did\":\"" + did + "\"}"));
        String cursor = to < all.size() ? ",\"cursor\":\"" + to + '"' : "";
        String body = "{\"repos\":[" + repos.substring(Math.min(1, repos.length())) + ']' + cursor;
        TestNetwork.send(exchange, 200, TestNetwork.bytes(body + '}'));
    }

    private List<Did> accounts(int from, int to, TestNetwork.Host pds) {
        return IntStream.range(from, to).mapToObj(number -> account(number, pds)).toList();
    }

    private Did account(int number, TestNetwork.Host pds) {
        String octal = Integer.toOctalString(number).replace('0', 'a').replace('1', 'b');
        Did did = Did.parse("did:plc:" + "a".repeat(24 - octal.length()) + octal);
        network.account(did, KEY.multikey(), pds);
        TestRepo repo = new TestRepo(did, KEY);
        repo.put(DOCUMENTS + "/1", "Document of " + did);
        pds.car(did, repo.commit(REV).car());
        return did;
    }

    private NetworkScan scan(Cursor.OfNetwork from) {
        return new NetworkScan(
                HttpUrl.get(relay.url()),
                from,
                new NetworkScan.Tools(
                        TestReader.pds(),
                        workers,
                        cursorStore,
                        new Backfills(workers, cursorStore, TestReader.WANTED),
                        progress,
                        HASTY));
    }

    private Cursor.OfNetwork begun() {
        return Cursor.OfNetwork.begun(TestReader.WANTED.hash(), "localhost");
    }

    private BackfillProgress.Network state() {
        return progress.now().orElseThrow();
    }

    private List<String> keys() {
        return bench.sent(Topics.RAW).stream().map(ProducerRecord::key).sorted().toList();
    }

    private static List<String> documents(List<Did> dids) {
        return dids.stream()
                .map(did -> "at://" + did + "/site.standard.document/1")
                .sorted()
                .toList();
    }

    private List<Cursor.OfNetwork> cursors() {
        return bench.sent(Topics.CURSORS).stream()
                .filter(event -> event.key().contains("network"))
                .map(NetworkScanTest::cursor)
                .toList();
    }

    private static Cursor.OfNetwork cursor(ProducerRecord<String, byte[]> event) {
        try {
            return ContractJson.mapper().readValue(event.value(), Cursor.OfNetwork.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void network_ofManyHosts_isReadWholeAndEachRepositoryOnce() throws InterruptedException {
        // Given
        List<Did> all = new ArrayList<>();
        for (int host = 0; host < 5; host++) {
            all.addAll(accounts(host * 10, host * 10 + 10, network.host()));
        }
        listed.put(DOCUMENTS, all);
        listed.put(PUBLICATIONS, all.subList(20, 40));

        // When
        scan(begun()).run(List.of(DOCUMENTS, PUBLICATIONS));

        // Then
        assertThat(keys()).isEqualTo(documents(all));
        assertThat(cursors().getLast().done()).containsExactly(DOCUMENTS, PUBLICATIONS);
        assertThat(cursors().getLast().counts().repos()).isEqualTo(50);
        BackfillProgress.Network state = state();
        assertThat(state.found()).isEqualTo(50);
        assertThat(state.listed()).isTrue();
        assertThat(state.over().repos()).isEqualTo(50);
        assertThat(state.over().records()).isEqualTo(50);
        assertThat(state.aside()).isZero();
    }

    @Test
    void host_thatIsDown_holdsUpNoOthersAndItsRepositoriesAreKeptForLater()
            throws InterruptedException {
        // Given
        TestNetwork.Host dead = network.host();
        dead.answer(GET_REPO, TestNetwork.status(503, ""));
        List<Did> onDead = accounts(100, 115, dead);
        List<Did> others = accounts(200, 230, network.host());
        List<Did> all = new ArrayList<>(onDead);
        all.addAll(others);
        listed.put(DOCUMENTS, all);

        // When
        scan(begun()).run(List.of(DOCUMENTS));

        // Then
        assertThat(keys()).isEqualTo(documents(others));
        assertThat(cursors().getLast().done()).containsExactly(DOCUMENTS);
        assertThat(state().aside()).isEqualTo(15);
        List<String> kept =
                bench.sent(Topics.CURSORS).stream()
                        .map(ProducerRecord::key)
                        .filter(key -> key.startsWith("urn:pressline:repo:"))
                        .toList();
        assertThat(kept).hasSize(15).contains("urn:pressline:repo:" + onDead.getFirst());

        // When: it comes back
        dead.answer(GET_REPO, dead::car);

        // Then
        Await.until("all are read", () -> state().over().repos() == 45);
        assertThat(keys()).isEqualTo(documents(all));
        assertThat(state().aside()).isZero();
        assertThat(bench.sent(Topics.CURSORS))
                .filteredOn(event -> event.value() == null)
                .hasSize(15);
    }

    @Test
    void scan_resumed_goesOnBehindTheLastPageThatIsOver() throws InterruptedException {
        // Given
        List<Did> all = accounts(0, 45, network.host());
        listed.put(DOCUMENTS, all);
        listed.put(PUBLICATIONS, List.of());
        scan(begun()).run(List.of(DOCUMENTS));
        Cursor.OfNetwork afterTwoPages =
                cursors().stream()
                        .filter(cursor -> cursor.after().equals(Optional.of("20")))
                        .findFirst()
                        .orElseThrow();
        bench.kafka.clear();

        // When
        scan(afterTwoPages).run(List.of(DOCUMENTS, PUBLICATIONS));

        // Then
        assertThat(keys()).isEqualTo(documents(all.subList(20, 45)));
        assertThat(state().over().repos()).isEqualTo(45);
        assertThat(cursors().getLast().done()).containsExactly(DOCUMENTS, PUBLICATIONS);
    }

    @Test
    void scan_stoppedWhileAPageIsOpen_leavesTheCursorBeforeThatPage() throws InterruptedException {
        // Given: the repositories of the second page hang
        CountDownLatch open = new CountDownLatch(1);
        TestNetwork.Host slow = network.host();
        List<Did> all = new ArrayList<>(accounts(0, 10, network.host()));
        all.addAll(accounts(10, 20, slow));
        all.addAll(accounts(20, 30, network.host()));
        slow.answer(
                GET_REPO,
                exchange -> {
                    try {
                        open.await();
                        slow.car(exchange);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        listed.put(DOCUMENTS, all);
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread scan =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        scan(begun()).run(List.of(DOCUMENTS));
                                    } catch (InterruptedException e) {
                                        end.set(e);
                                    }
                                });
        Await.until("the others are read", () -> keys().size() == 20);

        // When
        scan.interrupt();
        scan.join();

        // Then
        assertThat(end.get()).isInstanceOf(InterruptedException.class);
        assertThat(cursors()).extracting(cursor -> cursor.after().orElse("")).containsOnly("10");
        open.countDown();
    }

    @Test
    void relay_thatIsDownRefusesOrTalksGarbage_isWaitedForVisibly() throws InterruptedException {
        // Given
        List<Did> all = accounts(0, 12, network.host());
        listed.put(DOCUMENTS, all);
        List<String> waits = new ArrayList<>();
        relay.misbehave(
                LIST,
                TestNetwork.status(503, ""),
                TestNetwork.status(401, "AuthMissing"),
                exchange -> TestNetwork.send(exchange, 200, TestNetwork.bytes("<html>")),
                exchange -> {
                    waits.add(state().detail());
                    exchange.close();
                });

        // When
        scan(begun()).run(List.of(DOCUMENTS));

        // Then
        assertThat(keys()).isEqualTo(documents(all));
        assertThat(waits).singleElement().asString().contains("the relay localhost answers");
    }

    @Test
    void repositories_thatAreRefused_areCountedAndStopNothing() throws InterruptedException {
        // Given
        TestNetwork.Host pds = network.host();
        List<Did> all = accounts(0, 5, pds);
        pds.answer(GET_REPO, TestNetwork.status(400, "RepoTakendown"));
        listed.put(DOCUMENTS, all);

        // When
        scan(begun()).run(List.of(DOCUMENTS));

        // Then
        assertThat(keys()).isEmpty();
        assertThat(state().over().refused()).isEqualTo(5);
        assertThat(state().left()).isZero();
    }
}
