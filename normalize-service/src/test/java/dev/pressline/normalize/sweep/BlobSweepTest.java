package dev.pressline.normalize.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.document.Blob;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.kit.store.AccountStandings;
import dev.pressline.kit.store.Buckets;
import dev.pressline.kit.store.NewObject;
import dev.pressline.normalize.blob.BlobKeeper;
import dev.pressline.normalize.blob.BlobSamples;
import dev.pressline.normalize.blob.BlobShelves;
import dev.pressline.normalize.blob.FakeServer;
import dev.pressline.normalize.blob.LoopbackStore;
import dev.pressline.normalize.blob.Variants;
import dev.pressline.normalize.sweep.BlobSweep.Fate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobSweepTest {

    private static final Did ALICE = Did.parse("did:web:alice.example");
    private static final byte[] PICTURE = BlobSamples.jpeg(600, 400);
    private static final Cid CID = BlobSamples.cid(PICTURE);
    private static final Duration GRACE = Duration.ofDays(7);
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir Path spools;

    private LoopbackStore store;
    private Variants variants;
    private AccountStandings standings;
    private Blob blob;
    private final References none = new References();
    private final References one = new References();

    @BeforeEach
    void start() throws IOException {
        store = new LoopbackStore();
        variants = store.variants(spools);
        standings = new AccountStandings(store.client(), LoopbackStore.PRIVATE);
        blob =
                store.keeper(spools)
                        .fetch(
                                ALICE,
                                new FakeServer("a:443", FakeServer.giving(PICTURE)),
                                BlobSamples.claimed(PICTURE));
        makeVariants();
        one.add(ALICE, BlobSamples.publicationWith(ALICE, blob));
    }

    @AfterEach
    void stop() {
        variants.close();
        store.close();
    }

    private void makeVariants() {
        variants.find(ALICE, blob);
        while (variants.waiting() > 0) {
            Thread.onSpinWait();
        }
    }

    private List<Fate> sweep(References references, int day, boolean dryRun) {
        BlobShelves shelves =
                new BlobShelves(
                        store.client(),
                        new Buckets(
                                LoopbackStore.BUCKET, LoopbackStore.PRIVATE, LoopbackStore.PRIVATE),
                        store.keeper(spools),
                        variants);
        BlobSweep sweep =
                new BlobSweep(
                        shelves,
                        standings,
                        new PublishedPages(store.client(), LoopbackStore.BUCKET),
                        new BlobSweep.Rules(GRACE, dryRun));
        List<Fate> fates = new ArrayList<>();
        sweep.run(references, START.plus(Duration.ofDays(day)), fates::add);
        return fates;
    }

    private Fate sweep(References references, int day) {
        return sweep(references, day, false).getFirst();
    }

    private boolean isServed() {
        return store.objects.containsKey(
                "/" + LoopbackStore.BUCKET + "/" + ObjectKeys.blob(ALICE, CID));
    }

    private boolean isKept() {
        return store.objects.containsKey(
                "/" + LoopbackStore.PRIVATE + "/" + BlobKeeper.originalKey(ALICE, CID));
    }

    private void publish(String key, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        store.client().put(LoopbackStore.BUCKET, NewObject.of(key, bytes, "application/json"));
    }

    @Test
    void blob_referredTo_staysForEver() {
        for (int day : List.of(0, 100, 200, 300)) {
            assertThat(sweep(one, day)).isEqualTo(Fate.KEPT);
        }
        assertThat(isServed()).isTrue();
        assertThat(isKept()).isTrue();
    }

    @Test
    void blob_unreferenced_goesAfterItsGraceAndItsOriginalAfterAsLongAgain() {
        // Within the grace
        assertThat(sweep(none, 0)).isEqualTo(Fate.MARKED);
        assertThat(sweep(none, 7)).isEqualTo(Fate.MARKED);
        assertThat(isServed()).isTrue();

        // After it
        assertThat(sweep(none, 8)).isEqualTo(Fate.WITHDRAWN);
        assertThat(isServed()).isFalse();
        assertThat(isKept()).isTrue();

        // After as long again
        assertThat(sweep(none, 15)).isEqualTo(Fate.REMOVED);
        assertThat(store.objects).isEmpty();
        assertThat(sweep(none, 16, false)).isEmpty();
    }

    @Test
    void blob_referredToWhileASweepWasLooking_isServedAgainAfterTheNext() {
        // Given
        sweep(none, 0);
        var before = Map.copyOf(store.objects);
        sweep(none, 8);

        // When
        assertThat(sweep(one, 9)).isEqualTo(Fate.RESTORED);
        while (variants.waiting() > 0) {
            Thread.onSpinWait();
        }

        // Then
        for (String path : before.keySet()) {
            if (!path.contains("/unreferenced/")) {
                assertThat(store.objects.get(path).bytes())
                        .as(path)
                        .isEqualTo(before.get(path).bytes());
            }
        }
        assertThat(sweep(one, 30)).isEqualTo(Fate.KEPT);
    }

    @Test
    void blob_referredToAgain_beginsANewGrace() {
        sweep(none, 0);
        assertThat(sweep(one, 6)).isEqualTo(Fate.RESTORED);
        assertThat(sweep(none, 20)).isEqualTo(Fate.MARKED);
        assertThat(isServed()).isTrue();
    }

    @Test
    void blob_thatAPageStillNames_staysWhateverTheTopicHolds() {
        // Given
        publish("document/" + ALICE + "/one/index.json", "{\"cid\":\"" + CID + "\"}");
        sweep(none, 0);

        // Then
        assertThat(sweep(none, 30)).isEqualTo(Fate.RESTORED);
        assertThat(isServed()).isTrue();
    }

    @Test
    void blob_ofAnAccountThatIsAway_stays() {
        // Given
        standings.note(
                new AccountState(
                        ALICE,
                        Tid.of(1_760_000_000_000_000L, 0),
                        false,
                        Optional.of("deactivated"),
                        Optional.empty(),
                        Map.of()));
        sweep(none, 0);

        // Then
        assertThat(sweep(none, 30)).isEqualTo(Fate.RESTORED);
        assertThat(isKept()).isTrue();
    }

    @Test
    void dryRun_ofAnything_countsAndChangesNothing() {
        // Given
        sweep(none, 0);
        var before = Map.copyOf(store.objects);

        // When
        List<Fate> fates = sweep(none, 30, true);

        // Then
        assertThat(fates).containsExactly(Fate.REMOVED);
        assertThat(store.objects).isEqualTo(before);
    }
}
