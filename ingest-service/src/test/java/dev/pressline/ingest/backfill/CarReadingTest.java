package dev.pressline.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.atproto.repo.TestRepo;
import dev.pressline.atproto.repo.car.Cars;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.commit.TestKey;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.source.RecordSource.RepoBackfillSource;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories read as the CAR that their PDS gives: recorded ones, made ones and hostile ones. */
class CarReadingTest {

    private static final String GET_REPO = "com.atproto.sync.getRepo";
    private static final String GET_RECORD = "com.atproto.sync.getRecord";
    private static final Backoff HASTY = new Backoff(Duration.ofMillis(1), Duration.ofMillis(2));
    private static final TestKey KEY = TestKey.k256(4_711);
    private static final Tid REV = Tid.parse("3m7tubaaaac22");
    private static final String DOCUMENT = "site.standard.document/";

    private final Bench bench = new Bench();
    private final TestNetwork network = new TestNetwork();
    private final TestNetwork.Host pds = network.host();
    private final List<AtUri> known = new ArrayList<>();
    private final List<BackfillState> states = new ArrayList<>();
    private final AtomicReference<BackfillState> state =
            new AtomicReference<>(BackfillState.begun("test"));
    private final RepoReader reader =
            TestReader.of(
                    network.plcUrl(),
                    bench.intakes,
                    TestReader.WANTED,
                    (did, rev, working) -> known);

    @AfterEach
    void close() {
        network.close();
    }

    private String readOnce(Did did) {
        Progress progress = new Progress(change -> states.add(state.updateAndGet(change)));
        return reader.read(
                new Reading(
                        new RepoBackfillSource(did.value()),
                        did.value(),
                        Optional.empty(),
                        false,
                        progress,
                        place -> {}));
    }

    private String read(Did did) {
        return new Retry(HASTY, () -> {}).whileDown("reading", () -> readOnce(did));
    }

    private TestRepo repo(int documents) {
        TestRepo repo = new TestRepo(KEY);
        for (int i = 0; i < documents; i++) {
            repo.put(DOCUMENT + i, "Document " + i);
        }
        network.account(TestRepo.DID, KEY.multikey(), pds);
        return repo;
    }

    private void know(String path) {
        known.add(AtUri.parse(uri(path)));
    }

    private static String uri(String path) {
        return "at://" + TestRepo.DID + '/' + path;
    }

    private List<ProducerRecord<String, byte[]>> puts() {
        return bench.sent(Topics.RAW).stream().filter(event -> event.value() != null).toList();
    }

    private List<String> deletes() {
        return bench.sent(Topics.RAW).stream()
                .filter(event -> event.value() == null)
                .map(ProducerRecord::key)
                .toList();
    }

    /** What is said of each record: its CID and its JSON. */
    private Map<String, String> said() {
        Map<String, String> said = new TreeMap<>();
        puts().forEach(e -> said.put(e.key(), Bench.header(e, "ce_cid") + Bench.text(e)));
        return said;
    }

    @Test
    void repositories_ofARealPds_arePublishedAsSigned() throws IOException {
        for (Map.Entry<Did, String> account : TestNetwork.recordedKeys().entrySet()) {
            // Given
            Did did = account.getKey();
            if (TestNetwork.class.getResource("/tape/" + did.value().replace(':', '_') + ".car")
                    == null) {
                continue;
            }
            network.account(did, account.getValue(), pds);
            pds.car(did, TestNetwork.recordedCar(did));

            // When
            String remark = read(did);

            // Then
            assertThat(remark).isEmpty();
            assertThat(puts()).isNotEmpty();
            assertThat(state.get().records()).isEqualTo(puts().size());
            assertThat(puts())
                    .allSatisfy(
                            event -> {
                                assertThat(event.key()).startsWith("at://" + did);
                                assertThat(Bench.header(event, "ce_verified"))
                                        .isEqualTo("signature");
                                assertThat(Bench.header(event, "ce_origin")).isEqualTo("backfill");
                                assertThat(Bench.text(event))
                                        .contains("\"$type\":\"site.standard.");
                            });
            assertThat(puts()).extracting(e -> Bench.header(e, "ce_rev")).containsOnly(rev(puts()));
            assertThat(bench.deadLetters()).isEmpty();
            bench.kafka.clear();
        }
        assertThat(pds.requests()).hasSizeGreaterThan(1).allMatch(each -> each.contains(GET_REPO));
    }

    private static String rev(List<ProducerRecord<String, byte[]>> events) {
        return Tid.parse(Bench.header(events.getFirst(), "ce_rev")).value();
    }

    @Test
    void records_ofOtherCollections_areNotPublished() {
        // Given
        TestRepo repo = repo(3);
        repo.put("app.bsky.feed.post/1", "Hi");
        repo.put("site.standardother/1", "No");
        pds.car(TestRepo.DID, repo.commit(REV).car());

        // When
        read(TestRepo.DID);

        // Then
        assertThat(said()).hasSize(3).containsKey(uri(DOCUMENT + 1));
    }

    @Test
    void records_knownAndNotInTheSignedTree_areDeletedAtItsRevAndNoOthers() {
        // Given
        pds.car(TestRepo.DID, repo(3).commit(REV).car());
        know(DOCUMENT + "gone");
        know(DOCUMENT + 1);
        know("app.bsky.feed.post/gone");

        // When
        read(TestRepo.DID);

        // Then
        assertThat(deletes()).containsExactly(uri(DOCUMENT + "gone"));
        assertThat(Bench.header(bench.sent(Topics.RAW).getLast(), "ce_rev")).isEqualTo(REV.value());
        assertThat(state.get().deleted()).isEqualTo(1);
    }

    @Test
    void repository_thatIsEmpty_deletesWhatIsKnown() {
        // Given
        pds.car(TestRepo.DID, repo(0).commit(REV).car());
        know(DOCUMENT + "gone");

        // When
        read(TestRepo.DID);

        // Then
        assertThat(puts()).isEmpty();
        assertThat(deletes()).containsExactly(uri(DOCUMENT + "gone"));
    }

    @Test
    void key_thatChanged_isLookedUpAnewOnce() {
        // Given: the key is known, and then another one signs
        TestRepo repo = repo(2);
        pds.car(TestRepo.DID, repo.commit(REV).car());
        read(TestRepo.DID);
        TestKey other = TestKey.p256(99);
        network.account(TestRepo.DID, other.multikey(), pds);
        TestRepo moved = new TestRepo(other);
        moved.put(DOCUMENT + "new", "New");
        pds.car(TestRepo.DID, moved.commit(Tid.parse("3m7tubaaaad22")).car());
        bench.kafka.clear();

        // When
        read(TestRepo.DID);

        // Then
        assertThat(said()).containsOnlyKeys(uri(DOCUMENT + "new"));
        assertThat(network.plc().requests()).hasSize(2);
    }

    @Test
    void account_thatMoved_isReadWhereItIsNow() {
        // Given
        TestRepo repo = repo(2);
        pds.car(TestRepo.DID, repo.commit(REV).car());
        read(TestRepo.DID);
        TestNetwork.Host other = network.host();
        network.account(TestRepo.DID, KEY.multikey(), other);
        other.car(TestRepo.DID, repo.commit(REV).car());
        pds.misbehave(GET_REPO, TestNetwork.status(400, "RepoNotFound"));
        bench.kafka.clear();

        // When
        read(TestRepo.DID);

        // Then
        assertThat(said()).hasSize(2);
        assertThat(other.requests()).hasSize(1);
    }

    @Test
    void signature_ofAnotherThanTheAccount_isRefusedAndNothingIsPublishedOrDeleted() {
        // Given
        TestRepo repo = repo(2);
        network.account(TestRepo.DID, TestKey.k256(1).multikey(), pds);
        pds.car(TestRepo.DID, repo.commit(REV).car());
        know(DOCUMENT + "gone");

        // When / Then
        assertRefused("is not signed by its key");
    }

    @Test
    void repository_ofAnotherAccount_isRefusedAndNothingIsPublishedOrDeleted() {
        // Given
        Did other = Did.parse("did:plc:aaaaaaaaaaaaaaaaaaaaaaaa");
        repo(0);
        TestRepo foreign = new TestRepo(other, KEY);
        foreign.put(DOCUMENT + 1, "Theirs");
        pds.car(TestRepo.DID, foreign.commit(REV).car());
        know(DOCUMENT + "gone");

        // When / Then
        assertRefused("the commit is one of " + other);
    }

    @Test
    void rev_fromTheFuture_isRefusedAndNothingIsPublishedOrDeleted() {
        // Given
        Tid future = Tid.of(1_798_761_600_000_000L, 0);
        pds.car(TestRepo.DID, repo(2).commit(future).car());
        know(DOCUMENT + "gone");

        // When / Then
        assertRefused("from the future");
    }

    private void assertRefused(String why) {
        assertThatThrownBy(() -> read(TestRepo.DID))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(why);
        assertThat(bench.kafka.history()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RepoNotFound",
                "RepoTakendown",
                "RepoSuspended",
                "RepoDeactivated",
                "RepoDeleted",
                "RepoInactive"
            })
    void repository_thatIsNotActive_isRefusedWithItsStateAndNothingIsDeleted(String error) {
        // Given
        repo(2);
        know(DOCUMENT + "gone");
        pds.answer(GET_REPO, TestNetwork.status(400, error));

        // When / Then
        assertRefused(error);
    }

    @Test
    void pds_thatBreaksOffInTheMiddle_isWaitedForAndNothingIsLostOrDoubled() {
        // Given
        byte[] car = repo(50).commit(REV).car();
        pds.car(TestRepo.DID, car);
        pds.misbehave(
                GET_REPO,
                exchange -> {
                    exchange.sendResponseHeaders(200, car.length);
                    exchange.getResponseBody().write(car, 0, car.length / 2);
                    exchange.getResponseBody().flush();
                    throw new IOException("goes away in the middle");
                },
                TestNetwork.status(503, ""),
                TestNetwork.status(429, "RateLimitExceeded"));

        // When
        read(TestRepo.DID);

        // Then
        assertThat(puts()).hasSize(50);
        assertThat(said()).hasSize(50);
        assertThat(states)
                .extracting(BackfillState::detail)
                .anyMatch(detail -> detail.startsWith("waiting") && detail.contains("503"))
                .anyMatch(detail -> detail.startsWith("waiting") && detail.contains("429"));
    }

    @Test
    void nobodyWhoSaysWhoSigns_isWaitedForAndNothingIsPublished() {
        // Given
        pds.car(TestRepo.DID, repo(2).commit(REV).car());
        network.plc().misbehave("", TestNetwork.status(503, ""));

        // When / Then
        assertThatThrownBy(() -> readOnce(TestRepo.DID))
                .isInstanceOf(InfrastructureException.class);
        assertThat(bench.kafka.history()).isEmpty();
        assertThat(state.get().detail()).startsWith("waiting").contains("503");
    }

    @Test
    void record_thatTheCarLacks_isAskedForAloneWithItsProof() {
        // Given
        TestRepo repo = repo(20);
        BinaryCid missing = repo.put(DOCUMENT + 7, "Document 7");
        TestRepo.State state = repo.commit(REV);
        pds.car(TestRepo.DID, without(state, missing));
        pds.answer(GET_RECORD, exchange -> TestNetwork.send(exchange, 200, state.car()));

        // When
        read(TestRepo.DID);

        // Then
        assertThat(said()).hasSize(20).containsKey(uri(DOCUMENT + 7));
        assertThat(pds.requests(GET_RECORD)).isEqualTo(1);
        assertThat(bench.deadLetters()).isEmpty();
    }

    @Test
    void record_thatTheCarLacksAndThatIsGoneMeanwhile_isDeletedAtTheRevOfTheProof() {
        // Given
        TestRepo repo = repo(20);
        BinaryCid missing = repo.put(DOCUMENT + 7, "Document 7");
        pds.car(TestRepo.DID, without(repo.commit(REV), missing));
        repo.delete(DOCUMENT + 7);
        Tid later = Tid.parse("3m7tubaaaad22");
        byte[] proof = repo.commit(later).car();
        pds.answer(GET_RECORD, exchange -> TestNetwork.send(exchange, 200, proof));

        // When
        read(TestRepo.DID);

        // Then
        assertThat(said()).hasSize(19);
        assertThat(deletes()).containsExactly(uri(DOCUMENT + 7));
        assertThat(Bench.header(bench.sent(Topics.RAW).getLast(), "ce_rev"))
                .isEqualTo(later.value());
    }

    @Test
    void record_thatNobodyProves_isDeadLetteredAloneAndNotDeleted() {
        // Given
        TestRepo repo = repo(20);
        BinaryCid missing = repo.put(DOCUMENT + 7, "Document 7");
        pds.car(TestRepo.DID, without(repo.commit(REV), missing));
        know(DOCUMENT + 7);

        // When
        read(TestRepo.DID);

        // Then
        assertThat(said()).hasSize(19).doesNotContainKey(uri(DOCUMENT + 7));
        assertThat(deletes()).isEmpty();
        assertThat(bench.deadLetters()).hasSize(1);
        assertThat(Bench.header(bench.deadLetters().getFirst(), "dead-letter-reason"))
                .isEqualTo("bad-proof");
    }

    private static byte[] without(TestRepo.State state, BinaryCid missing) {
        Map<BinaryCid, byte[]> some = new HashMap<>(state.blocks());
        some.remove(missing);
        return Cars.bytes(state.commit(), car -> car.blocks(some));
    }

    @Test
    void repository_largerThanAllowed_isListedInstead() {
        // Given
        repo(1);
        pds.car(TestRepo.DID, new byte[TestReader.LARGEST + 1]);
        know(DOCUMENT + "gone");

        // When / Then
        assertThatThrownBy(() -> read(TestRepo.DID))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("501 MethodNotImplemented")
                .hasMessageContaining("getRepo");
        assertThat(pds.requests("getLatestCommit")).isEqualTo(1);
        assertThat(bench.kafka.history()).isEmpty();
    }

    @Test
    void car_mutilatedInAnyWay_neverGivesAWrongRecordOrDelete() throws IOException {
        // Given: a PDS that gives nothing but this CAR, and a history in which all of it is known
        Map<Did, String> keys = TestNetwork.recordedKeys();
        Did did = Did.parse("did:plc:txjgdsjvsot2xrpiuzz2tmhr");
        network.account(did, keys.getOrDefault(did, ""), pds);
        byte[] car = TestNetwork.recordedCar(did);
        pds.car(did, car);
        read(did);
        Map<String, String> truth = said();
        truth.keySet().forEach(uri -> known.add(AtUri.parse(uri)));

        for (byte[] mutant : mutants(car)) {
            bench.kafka.clear();
            pds.car(did, mutant);

            // When
            boolean isRefused = isRefused(did);

            // Then
            assertThat(truth).containsAllEntriesOf(said());
            assertThat(deletes()).isEmpty();
            int told = said().size() + bench.deadLetters().size();
            assertThat(told).isEqualTo(isRefused ? 0 : truth.size());
        }
    }

    private boolean isRefused(Did did) {
        try {
            read(did);
            return false;
        } catch (RefusedException e) {
            assertThat(e).hasMessageContaining("CAR");
            return true;
        }
    }

    private static List<byte[]> mutants(byte[] car) {
        Random random = new Random(42);
        List<byte[]> mutants = new ArrayList<>();
        for (int length = 1; length < car.length; length += 1 + random.nextInt(400)) {
            mutants.add(Arrays.copyOf(car, length));
        }
        for (int i = 0; i < 150; i++) {
            byte[] mutant = car.clone();
            mutant[random.nextInt(car.length)] ^= (byte) (1 << random.nextInt(8));
            mutants.add(mutant);
        }
        for (int i = 0; i < 30; i++) {
            byte[] mutant = car.clone();
            int from = random.nextInt(car.length - 100);
            System.arraycopy(mutant, random.nextInt(car.length - 100), mutant, from, 100);
            mutants.add(mutant);
        }
        return mutants;
    }
}
