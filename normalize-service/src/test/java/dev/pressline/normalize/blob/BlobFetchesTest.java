package dev.pressline.normalize.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.kit.failure.InfrastructureException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobFetchesTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Did ALICE = Did.parse("did:web:alice.example");
    private static final Did BOB = Did.parse("did:web:bob.example");
    private static final byte[] PICTURE = BlobSamples.picture();
    private static final Blob CLAIMED = BlobSamples.claimed(PICTURE);

    @TempDir Path spools;

    private final Map<Did, BlobPort.Located> accounts = new ConcurrentHashMap<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private LoopbackStore store;
    private BlobFetches fetches;

    @BeforeEach
    void start() throws IOException {
        store = new LoopbackStore();
        fetches =
                new BlobFetches(
                        did -> accounts.getOrDefault(did, new BlobPort.Located.Nowhere()),
                        store.keeper(spools),
                        new BlobFetches.Concurrency(4, 2));
    }

    @AfterEach
    void stop() throws InterruptedException {
        released.countDown();
        while (fetches.inFlight() > 0) {
            Thread.onSpinWait();
        }
        fetches.close();
        store.close();
    }

    private FakeServer server(Did did, String host, FakeServer.Behaviour behaviour) {
        FakeServer server = new FakeServer(host, behaviour);
        accounts.put(did, new BlobPort.Located.At(server));
        return server;
    }

    /** Answers when the test lets it. */
    private FakeServer.Behaviour held(byte[] bytes) {
        return (cid, sink) -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new BlobServer.Answer.Unavailable("interrupted");
            }
            return FakeServer.giving(bytes).fetch(cid, sink);
        };
    }

    private static List<Blob> blobs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> BlobSamples.claimed(new byte[] {(byte) i}))
                .toList();
    }

    private BlobState state(Did did, Blob blob, Duration wait) {
        return fetches.keep(did, List.of(blob), wait).get(blob.cid()).state();
    }

    @Test
    void blob_wantedTwiceByADocument_isFetchedOnce() {
        // Given
        FakeServer server = server(ALICE, "a:443", FakeServer.giving(PICTURE));

        // When
        Map<Cid, Blob> kept = fetches.keep(ALICE, List.of(CLAIMED, CLAIMED), LONG);

        // Then
        assertThat(kept).hasSize(1);
        assertThat(kept.get(CLAIMED.cid()).state()).isEqualTo(BlobState.STORED);
        assertThat(server.asked).hasValue(1);
    }

    @RepeatedTest(200)
    void blob_askedForAgainAfterItsAnswer_isFetchedAnew() {
        // Given
        FakeServer server =
                server(ALICE, "a:443", (cid, sink) -> new BlobServer.Answer.Unavailable("down"));
        state(ALICE, CLAIMED, LONG);

        // When
        server.behaviour = FakeServer.giving(PICTURE);

        // Then
        assertThat(state(ALICE, CLAIMED, LONG)).isEqualTo(BlobState.STORED);
    }

    @Test
    void blob_stored_isNotAskedForAgain() {
        // Given
        FakeServer server = server(ALICE, "a:443", FakeServer.giving(PICTURE));
        state(ALICE, CLAIMED, LONG);

        // When / Then
        assertThat(state(ALICE, CLAIMED, LONG)).isEqualTo(BlobState.STORED);
        assertThat(server.asked).hasValue(1);
    }

    @Test
    void blob_ofAnotherAccount_isNotTaken() {
        // Given
        server(ALICE, "a:443", FakeServer.giving(PICTURE));
        state(ALICE, CLAIMED, LONG);

        // When / Then
        assertThat(state(BOB, CLAIMED, LONG)).isEqualTo(BlobState.MISSING);
    }

    @Test
    void blob_ofAnAccountNobodyKnows_isMissing() {
        assertThat(state(ALICE, CLAIMED, LONG)).isEqualTo(BlobState.MISSING);
    }

    @Test
    void blob_ofAnAccountThatCannotBeLookedUp_isPending() {
        accounts.put(ALICE, new BlobPort.Located.Unavailable("down"));
        assertThat(state(ALICE, CLAIMED, LONG)).isEqualTo(BlobState.PENDING);
    }

    @Test
    void blob_notThereInTime_isPendingAndFoundLater() {
        // Given
        server(ALICE, "a:443", held(PICTURE));
        assertThat(state(ALICE, CLAIMED, SHORT)).isEqualTo(BlobState.PENDING);

        // When
        released.countDown();
        while (fetches.inFlight() > 0) {
            Thread.onSpinWait();
        }

        // Then
        assertThat(state(ALICE, CLAIMED, SHORT.plus(LONG))).isEqualTo(BlobState.STORED);
    }

    @Test
    void serverThatKeptADocumentWaiting_keepsNoOtherWaitingUntilItDelivers() {
        // Given
        FakeServer server = server(ALICE, "a:443", held(PICTURE));
        state(ALICE, CLAIMED, SHORT);
        while (server.asked.get() == 0) {
            Thread.onSpinWait();
        }
        state(ALICE, CLAIMED, SHORT);

        // When: waiting here would outlast the test
        List<BlobState> later =
                blobs(20).stream().map(blob -> state(ALICE, blob, Duration.ofHours(1))).toList();

        // Then
        assertThat(later).containsOnly(BlobState.PENDING);
    }

    @Test
    void serverThatHangs_leavesTheOthersTheirTurn() {
        // Given
        FakeServer hanging = server(ALICE, "a:443", held(PICTURE));
        fetches.keep(ALICE, blobs(50), SHORT);

        // When
        server(BOB, "b:443", FakeServer.giving(PICTURE));

        // Then
        assertThat(state(BOB, CLAIMED, LONG)).isEqualTo(BlobState.STORED);
        assertThat(hanging.asked.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void answerOfOneAccountsServer_saysNothingOfAnothers() {
        // Given: a liar refers to what another account has
        server(ALICE, "a:443", held(new byte[] {1}));
        server(BOB, "b:443", FakeServer.giving(PICTURE));
        state(ALICE, CLAIMED, SHORT);

        // When / Then
        assertThat(state(BOB, CLAIMED, LONG)).isEqualTo(BlobState.STORED);
    }

    @Test
    void store_down_isThrownToTheDocument() {
        // Given
        server(ALICE, "a:443", FakeServer.giving(PICTURE));
        store.down = true;

        // When / Then
        assertThatThrownBy(() -> state(ALICE, CLAIMED, LONG))
                .isInstanceOf(InfrastructureException.class);
    }

    @Test
    void serverThatBreaksOurCode_isThrownNotSwallowed() {
        server(
                ALICE,
                "a:443",
                (cid, sink) -> {
                    throw new IllegalStateException("bug");
                });
        assertThatThrownBy(() -> state(ALICE, CLAIMED, LONG))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(CLAIMED.cid().value());
    }
}
