package dev.pressline.normalize.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.store.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobKeeperTest {

    private static final byte[] PICTURE = BlobSamples.picture();
    private static final Blob CLAIMED = BlobSamples.claimed(PICTURE);

    @TempDir Path spools;

    private LoopbackStore store;
    private BlobKeeper keeper;

    @BeforeEach
    void start() throws IOException {
        store = new LoopbackStore();
        keeper = new BlobKeeper(store.client(), LoopbackStore.BUCKET, new SpoolDirectory(spools));
    }

    @AfterEach
    void stop() throws IOException {
        store.close();
        try (Stream<Path> left = Files.list(spools)) {
            assertThat(left).isEmpty();
        }
    }

    private Blob fetch(FakeServer.Behaviour behaviour) {
        return keeper.fetch(new FakeServer("a:443", behaviour), CLAIMED);
    }

    private static String path(Blob blob) {
        return "/" + LoopbackStore.BUCKET + "/" + BlobKeeper.key(blob.cid());
    }

    @Test
    void picture_fetched_isStoredUnderItsCidWithWhatItIs() {
        // When
        Blob kept = fetch(FakeServer.giving(PICTURE));

        // Then
        assertThat(kept)
                .isEqualTo(
                        new Blob(
                                CLAIMED.cid(),
                                "image/png",
                                PICTURE.length,
                                Optional.of(37),
                                Optional.of(23),
                                CLAIMED.alt(),
                                BlobState.STORED));
        LoopbackStore.Stored stored = store.objects.get(path(CLAIMED));
        assertThat(stored.bytes()).isEqualTo(PICTURE);
        assertThat(stored.headers().get("X-amz-meta-sha256")).containsExactly(Sha256.hex(PICTURE));
        assertThat(stored.headers().get("If-none-match")).containsExactly("*");
    }

    @Test
    void picture_stored_isFoundWithoutBeingFetched() {
        // Given
        Blob kept = fetch(FakeServer.giving(PICTURE));

        // Then
        assertThat(keeper.stored(CLAIMED)).contains(kept);
        assertThat(keeper.stored(BlobSamples.claimed(new byte[] {1}))).isEmpty();
    }

    @Test
    void picture_thatAnotherStoredMeanwhile_isStored() {
        // Given
        fetch(FakeServer.giving(PICTURE));

        // When / Then
        assertThat(fetch(FakeServer.giving(PICTURE)).state()).isEqualTo(BlobState.STORED);
    }

    @Test
    void picture_largerThanItsHead_isStoredWhole() {
        // Given
        byte[] large = java.util.Arrays.copyOf(PICTURE, 6 * BlobKeeper.HEAD);
        Blob claimed = BlobSamples.claimed(large);

        // When
        Blob kept = keeper.fetch(new FakeServer("a:443", FakeServer.giving(large)), claimed);

        // Then
        assertThat(kept.size()).isEqualTo(large.length);
        assertThat(store.objects.get(path(claimed)).bytes()).isEqualTo(large);
        assertThat(store.requests).hasSize(1);
    }

    @Test
    void script_fetched_isRefusedAndNotStored() {
        byte[] svg = "<svg><script/></svg>".getBytes(StandardCharsets.UTF_8);
        assertThat(fetch(FakeServer.giving(svg)).state()).isEqualTo(BlobState.REFUSED);
        assertThat(store.requests).isEmpty();
    }

    @Test
    void answer_ofAnyOtherKind_putsNothingAndKeepsTheClaim() {
        // Given
        record Expectation(BlobServer.Answer answer, BlobState state) {}
        List<Expectation> expectations =
                List.of(
                        new Expectation(new BlobServer.Answer.Missing(), BlobState.MISSING),
                        new Expectation(new BlobServer.Answer.Refused("x"), BlobState.REFUSED),
                        new Expectation(new BlobServer.Answer.Unavailable("x"), BlobState.PENDING));

        for (Expectation each : expectations) {
            // When
            Blob kept =
                    fetch(
                            (cid, sink) -> {
                                sink.write(PICTURE);
                                return each.answer();
                            });

            // Then
            assertThat(kept).isEqualTo(BlobKeeper.withState(CLAIMED, each.state()));
        }
        assertThat(store.requests).isEmpty();
    }

    @Test
    void store_down_isInfrastructure() {
        store.down = true;
        assertThatThrownBy(() -> fetch(FakeServer.giving(PICTURE)))
                .isInstanceOf(InfrastructureException.class);
    }

    @Test
    void directory_thatIsAFile_isInfrastructureAndNothingIsAsked() throws IOException {
        // Given
        Path file = Files.createFile(spools.resolveSibling(spools.getFileName() + "-file"));
        BlobKeeper onFile =
                new BlobKeeper(store.client(), LoopbackStore.BUCKET, new SpoolDirectory(file));
        FakeServer server = new FakeServer("a:443", FakeServer.giving(PICTURE));

        // When / Then
        assertThatThrownBy(() -> onFile.fetch(server, CLAIMED))
                .isInstanceOf(InfrastructureException.class);
        assertThat(server.asked).hasValue(0);
        Files.delete(file);
    }

    @Test
    void files_leftByAKilledProcess_areSweptAndYoungOnesStay() throws IOException {
        // Given
        SpoolDirectory directory = new SpoolDirectory(spools);
        Instant then = Instant.parse("2026-01-01T00:00:00Z");
        Path old = Files.createFile(spools.resolve("blob-1.tmp"));
        Path young = Files.createFile(spools.resolve("blob-2.tmp"));
        Files.setLastModifiedTime(old, FileTime.from(then.minusSeconds(1)));
        Files.setLastModifiedTime(young, FileTime.from(then.plusSeconds(1)));

        // When
        directory.sweep(then);
        new SpoolDirectory(spools.resolve("missing")).sweep(then);

        // Then
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        Files.delete(young);
    }
}
