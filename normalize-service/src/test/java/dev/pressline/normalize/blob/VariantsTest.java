package dev.pressline.normalize.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Variant;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.normalize.image.MetadataSamples;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantsTest {

    private static final Did ALICE = Did.parse("did:web:alice.example");
    private static final int ON_ITS_SIDE = 6;

    @TempDir Path spools;

    private LoopbackStore store;
    private BlobKeeper keeper;
    private Variants variants;

    @BeforeEach
    void start() throws IOException {
        store = new LoopbackStore();
        keeper = store.keeper(spools);
        variants = restarted();
    }

    private Variants restarted() {
        return Variants.of(
                store.client(),
                LoopbackStore.BUCKET,
                LoopbackStore.PRIVATE,
                new SpoolDirectory(spools));
    }

    @AfterEach
    void stop() {
        variants.close();
        store.close();
    }

    private Blob kept(byte[] bytes) {
        return keeper.fetch(
                ALICE,
                new FakeServer("a:443", FakeServer.giving(bytes)),
                BlobSamples.claimed(bytes));
    }

    private List<Variant> made(Blob blob) {
        assertThat(variants.find(ALICE, blob)).isEmpty();
        while (variants.waiting() > 0) {
            Thread.onSpinWait();
        }
        return variants.find(ALICE, blob).orElseThrow();
    }

    private BufferedImage copy(Blob blob, int width) throws IOException {
        String path =
                "/" + LoopbackStore.BUCKET + "/" + ObjectKeys.variant(ALICE, blob.cid(), width);
        return ImageIO.read(new ByteArrayInputStream(store.objects.get(path).bytes()));
    }

    private static Color colour(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y));
    }

    @Test
    void photograph_stored_getsNarrowerCopiesThatCanBeRead() throws IOException {
        // Given
        Blob blob = kept(BlobSamples.jpeg(1800, 1200));

        // When
        List<Variant> made = made(blob);

        // Then
        assertThat(made).extracting(Variant::width).containsExactly(480, 960, 1600);
        assertThat(made).extracting(Variant::height).containsExactly(320, 640, 1067);
        for (Variant variant : made) {
            BufferedImage copy = copy(blob, variant.width());
            assertThat(copy.getWidth()).isEqualTo(variant.width());
            assertThat(copy.getHeight()).isEqualTo(variant.height());
            assertThat(colour(copy, 40, 40).getRed()).isGreaterThan(200);
            assertThat(colour(copy, variant.width() - 40, 40).getBlue()).isGreaterThan(200);
        }
    }

    @Test
    void copies_madeTwice_haveTheSameBytes() {
        // Given
        Blob blob = kept(BlobSamples.jpeg(900, 600));
        made(blob);
        String path = "/" + LoopbackStore.BUCKET + "/" + ObjectKeys.variant(ALICE, blob.cid(), 480);
        byte[] first = store.objects.remove(path).bytes();
        store.objects.keySet().removeIf(key -> key.contains("/variants/"));

        // When
        made(blob);

        // Then
        assertThat(store.objects.get(path).bytes()).isEqualTo(first);
    }

    @Test
    void photograph_onItsSide_isTurnedUpright() throws IOException {
        // Given
        Blob blob = kept(MetadataSamples.jpeg(BlobSamples.jpeg(900, 600), ON_ITS_SIDE));
        assertThat(blob.width()).contains(600);

        // When
        List<Variant> made = made(blob);

        // Then
        assertThat(made).extracting(Variant::width).containsExactly(480);
        BufferedImage copy = copy(blob, 480);
        assertThat(copy.getHeight()).isEqualTo(720);
        assertThat(colour(copy, 240, 40).getRed()).isGreaterThan(200);
        assertThat(colour(copy, 240, 680).getBlue()).isGreaterThan(200);
    }

    @Test
    void drawing_thatShowsWhatIsBehind_staysAPng() {
        Blob blob = kept(BlobSamples.picture("png", 500, 400, BufferedImage.TYPE_INT_ARGB));
        assertThat(made(blob)).extracting(Variant::mimeType).containsExactly("image/png");
    }

    @Test
    void picture_thatCannotBeDecoded_getsNoneForGood() {
        // Given
        byte[] sound = BlobSamples.picture("png", 500, 400, BufferedImage.TYPE_INT_RGB);
        byte[] broken = MetadataSamples.pngWithData(sound, new byte[] {1, 2, 3, 4});
        Blob blob = kept(broken);
        assertThat(blob.state()).isEqualTo(BlobState.STORED);

        // Then
        assertThat(made(blob)).isEmpty();
    }

    @Test
    void picture_thatIsSmallOrNotStored_getsNoneAtOnce() {
        // Given
        Blob small = kept(BlobSamples.picture());
        Blob pending = BlobSamples.claimed(BlobSamples.picture());

        // Then
        assertThat(variants.find(ALICE, small)).isEqualTo(Optional.of(List.of()));
        assertThat(variants.find(ALICE, pending)).isEqualTo(Optional.of(List.of()));
        assertThat(variants.waiting()).isZero();
    }

    @Test
    void store_downMeanwhile_leavesItToTheNextLook() {
        // Given
        Blob blob = kept(BlobSamples.jpeg(900, 600));
        store.failing = path -> path.contains(blob.cid() + "-");
        assertThat(variants.find(ALICE, blob)).isEmpty();
        while (variants.waiting() > 0) {
            Thread.onSpinWait();
        }
        store.failing = path -> false;

        // When / Then
        assertThat(made(blob)).hasSize(1);
    }

    @Test
    void copies_madeBeforeARestart_areFoundAfterIt() {
        // Given
        Blob blob = kept(BlobSamples.jpeg(900, 600));
        List<Variant> made = made(blob);
        variants.close();
        variants = restarted();

        // Then
        assertThat(variants.find(ALICE, blob)).contains(made);
    }
}
