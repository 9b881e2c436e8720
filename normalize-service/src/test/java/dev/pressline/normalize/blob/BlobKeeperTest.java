package dev.pressline.normalize.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.store.Sha256;
import dev.pressline.normalize.image.ImageHeader;
import dev.pressline.normalize.image.MetadataSamples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobKeeperTest {

    private static final byte[] PICTURE = BlobSamples.picture();
    private static final Blob CLAIMED = BlobSamples.claimed(PICTURE);

    private static final Did ALICE = Did.parse("did:web:alice.example");

    @TempDir Path spools;

    private LoopbackStore store;
    private BlobKeeper keeper;

    @BeforeEach
    void start() throws IOException {
        store = new LoopbackStore();
        keeper = store.keeper(spools);
    }

    @AfterEach
    void stop() throws IOException {
        store.close();
        try (Stream<Path> left = Files.list(spools)) {
            assertThat(left).isEmpty();
        }
    }

    private Blob fetch(FakeServer.Behaviour behaviour) {
        return keeper.fetch(ALICE, new FakeServer("a:443", behaviour), CLAIMED);
    }

    private static String path(Blob blob) {
        return "/" + LoopbackStore.BUCKET + "/" + ObjectKeys.blob(ALICE, blob.cid());
    }

    private static String original(Blob blob) {
        return "/" + LoopbackStore.PRIVATE + "/" + BlobKeeper.originalKey(ALICE, blob.cid());
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
        assertThat(keeper.stored(ALICE, CLAIMED)).contains(kept);
        assertThat(keeper.stored(ALICE, BlobSamples.claimed(new byte[] {1}))).isEmpty();
    }

    @Test
    void picture_thatAnotherStoredMeanwhile_isStored() {
        // Given
        fetch(FakeServer.giving(PICTURE));

        // When / Then
        assertThat(fetch(FakeServer.giving(PICTURE)).state()).isEqualTo(BlobState.STORED);
    }

    @Test
    void picture_withMuchBehindIt_isKeptWholeAndServedWithout() {
        // Given
        byte[] large = java.util.Arrays.copyOf(PICTURE, 6 * 1024 * 1024);
        Blob claimed = BlobSamples.claimed(large);

        // When
        Blob kept = keeper.fetch(ALICE, new FakeServer("a:443", FakeServer.giving(large)), claimed);

        // Then
        assertThat(kept.size()).isEqualTo(PICTURE.length);
        assertThat(store.objects.get(original(claimed)).bytes()).isEqualTo(large);
        assertThat(store.objects.get(path(claimed)).bytes()).isEqualTo(PICTURE);
        assertThat(store.requests).hasSize(2);
    }

    @Test
    void script_fetched_isServedToBeSavedNeverAsAnImage() {
        // Given
        byte[] svg = "<svg><script/></svg>".getBytes(StandardCharsets.UTF_8);
        Blob claimed = BlobSamples.claimed(svg);

        // When
        Blob kept = keeper.fetch(ALICE, new FakeServer("a:443", FakeServer.giving(svg)), claimed);

        // Then
        assertThat(kept.state()).isEqualTo(BlobState.STORED);
        assertThat(kept.mimeType()).isEqualTo("image/svg+xml");
        assertThat(keeper.stored(ALICE, claimed)).contains(kept);
        LoopbackStore.Stored stored = store.objects.get(path(claimed));
        assertThat(stored.headers().get("Content-type")).containsExactly(ImageHeader.UNKNOWN_TYPE);
        assertThat(stored.headers().get("Content-disposition")).containsExactly("attachment");
    }

    @Test
    void picture_withMetadata_isKeptAsItCameAndServedWithout() {
        // Given
        byte[] tagged = MetadataSamples.png(PICTURE, 6);
        Blob claimed = BlobSamples.claimed(tagged);

        // When
        Blob kept =
                keeper.fetch(ALICE, new FakeServer("a:443", FakeServer.giving(tagged)), claimed);

        // Then
        LoopbackStore.Stored served = store.objects.get(path(claimed));
        assertThat(new String(served.bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain(MetadataSamples.SECRET);
        assertThat(served.headers().get("X-amz-meta-sha256"))
                .containsExactly(Sha256.hex(served.bytes()));
        assertThat(store.objects.get(original(claimed)).bytes()).isEqualTo(tagged);
        assertThat(kept.size()).isEqualTo(served.bytes().length);
        assertThat(kept.width()).contains(23);
        assertThat(kept.height()).contains(37);
        assertThat(keeper.stored(ALICE, claimed)).contains(kept);
    }

    @Test
    void picture_thatCannotBeCleaned_isKeptRefusedAndNotFetchedAgain() {
        // Given
        byte[] cut = java.util.Arrays.copyOf(PICTURE, PICTURE.length - 20);
        Blob claimed = BlobSamples.claimed(cut);

        // When
        Blob kept = keeper.fetch(ALICE, new FakeServer("a:443", FakeServer.giving(cut)), claimed);

        // Then
        assertThat(kept.state()).isEqualTo(BlobState.REFUSED);
        assertThat(store.objects).containsOnlyKeys(original(claimed));
        assertThat(keeper.stored(ALICE, claimed)).contains(kept);
    }

    @Test
    void picture_servedByAnOlderVersion_isMadeAnewFromItsOriginal() {
        // Given
        Blob kept = fetch(FakeServer.giving(PICTURE));
        LoopbackStore.Stored good = store.objects.get(path(CLAIMED));
        store.objects.put(path(CLAIMED), new LoopbackStore.Stored(new byte[] {1}, Map.of()));

        // When / Then
        assertThat(keeper.stored(ALICE, CLAIMED)).contains(kept);
        assertThat(store.objects.get(path(CLAIMED)).bytes()).isEqualTo(good.bytes());
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
        BlobKeeper onFile = store.keeper(file);
        FakeServer server = new FakeServer("a:443", FakeServer.giving(PICTURE));

        // When / Then
        assertThatThrownBy(() -> onFile.fetch(ALICE, server, CLAIMED))
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
