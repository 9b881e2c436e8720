package dev.pressline.normalize.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.kit.store.AccountStandings;
import dev.pressline.kit.store.AccountStandings.Standing;
import dev.pressline.kit.store.Buckets;
import dev.pressline.kit.store.NewObject;
import dev.pressline.normalize.part.PartStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountBlobsTest {

    private static final Did ALICE = Did.parse("did:web:alice.example");
    private static final Did NEIGHBOUR = Did.parse("did:web:alice.example.org");
    private static final byte[] PICTURE = BlobSamples.picture();

    @TempDir Path spools;

    private LoopbackStore store;
    private AccountStandings standings;
    private AccountBlobs blobs;

    @BeforeEach
    void start() throws IOException {
        store = new LoopbackStore();
        standings = new AccountStandings(store.client(), LoopbackStore.PRIVATE);
        blobs =
                new AccountBlobs(
                        store.client(),
                        new Buckets(
                                LoopbackStore.BUCKET, LoopbackStore.PRIVATE, LoopbackStore.PRIVATE),
                        standings);
        keep(ALICE);
        keep(NEIGHBOUR);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private void keep(Did did) {
        store.keeper(spools)
                .fetch(
                        did,
                        new FakeServer("a:443", FakeServer.giving(PICTURE)),
                        BlobSamples.claimed(PICTURE));
        put(BodyKeeper.bodies(did) + "body");
        put(PartStore.folder(did) + "values/a.b.c/1");
    }

    private void put(String key) {
        store.client().put(LoopbackStore.PRIVATE, NewObject.of(key, new byte[] {1}, "text/plain"));
    }

    private void apply(int rev, boolean active, String status) {
        blobs.apply(
                new AccountState(
                        ALICE,
                        Tid.of(1_760_000_000_000_000L + rev, 0),
                        active,
                        Optional.of(status).filter(text -> !text.isEmpty()),
                        Optional.empty(),
                        Map.of()));
    }

    private long objects(Did did) {
        return store.objects.keySet().stream()
                .filter(path -> path.contains("/" + did + "/"))
                .count();
    }

    @Test
    void account_ofWhichNothingWasTold_isShown() {
        assertThat(standings.of(ALICE)).isEqualTo(Standing.SHOWN);
    }

    @Test
    void account_deactivatedAndBack_isHiddenMeanwhileAndLosesNothing() {
        // When
        apply(1, false, "deactivated");
        Standing away = standings.of(ALICE);
        apply(2, true, "");

        // Then
        assertThat(away).isEqualTo(Standing.HIDDEN);
        assertThat(standings.of(ALICE)).isEqualTo(Standing.SHOWN);
        assertThat(objects(ALICE)).isEqualTo(4);
    }

    @Test
    void account_deleted_losesAllThatIsKeptOfItAndNobodyElseDoes() {
        // When
        apply(1, false, "deleted");

        // Then
        assertThat(standings.of(ALICE)).isEqualTo(Standing.DELETED);
        assertThat(objects(ALICE)).isZero();
        assertThat(objects(NEIGHBOUR)).isEqualTo(4);
    }

    @Test
    void state_thatComesLate_changesNothing() {
        // Given
        apply(5, true, "");

        // When
        apply(4, false, "deleted");

        // Then
        assertThat(standings.of(ALICE)).isEqualTo(Standing.SHOWN);
        assertThat(objects(ALICE)).isEqualTo(4);
    }

    @Test
    void deletion_repeatedAfterACrash_endsTheSame() {
        // Given
        apply(1, false, "deleted");
        keep(ALICE);

        // When
        apply(1, false, "deleted");

        // Then
        assertThat(objects(ALICE)).isZero();
    }
}
