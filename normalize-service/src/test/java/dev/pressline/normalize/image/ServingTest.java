package dev.pressline.normalize.image;

import static dev.pressline.normalize.image.ImageHeaderTest.picture;
import static dev.pressline.normalize.image.MetadataSamples.SECRET;
import static dev.pressline.normalize.image.MetadataSamples.chunk;
import static dev.pressline.normalize.image.MetadataSamples.join;
import static dev.pressline.normalize.image.MetadataSamples.latin1;
import static dev.pressline.normalize.image.MetadataSamples.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.normalize.image.ImageHeader.Dimensions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServingTest {

    private static final Dimensions SIZE = new Dimensions(37, 23);
    private static final int ON_ITS_SIDE = 6;

    /**
     * Kinds in which a changed length turns metadata into picture data that nobody but a decoder
     * can tell from the rest; no reader of metadata finds it there either.
     */
    private static final Set<ImageType> UNCHECKED = Set.of(ImageType.GIF, ImageType.WEBP);

    /** Pictures full of metadata, by the name of the picture they were made of. */
    private static final Map<String, byte[]> TAGGED =
            new TreeMap<>(
                    Map.of(
                            "baseline.jpg", MetadataSamples.jpeg(picture("baseline.jpg"), 1),
                            "progressive.jpg", MetadataSamples.jpeg(picture("progressive.jpg"), 1),
                            "small.png", MetadataSamples.png(picture("small.png"), 1),
                            "small.gif", MetadataSamples.gif(picture("small.gif")),
                            "extended.webp", MetadataSamples.webp(picture("extended.webp"), 1),
                            "tagged.avif", picture("tagged.avif")));

    static Stream<String> tagged() {
        return TAGGED.keySet().stream();
    }

    private static byte[] original(String name) {
        byte[] bytes = TAGGED.get(name);
        assertThat(bytes).isNotNull();
        return bytes;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("tagged")
    void picture_fullOfMetadata_isServedWithoutAny(String name) {
        // Given
        assertThat(text(original(name))).contains(SECRET);
        // The stranger's reader finds no Exif in an AVIF.
        assertThat(MetadataReader.tellsSecret(original(name)))
                .isEqualTo(!name.equals("tagged.avif"));

        // When
        Serving.AsPicture served = (Serving.AsPicture) Served.serving(original(name));

        // Then
        assertThat(served.whole()).isFalse();
        assertThat(served.size()).isEqualTo(SIZE);
        assertThat(text(Served.bytes(original(name)))).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "baseline.jpg",
                "progressive.jpg",
                "small.png",
                "small.gif",
                "extended.webp"
            })
    void picture_fullOfMetadata_givesTheBytesOfTheOneWithout(String name) {
        assertThat(Served.bytes(original(name))).isEqualTo(Served.bytes(picture(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline.jpg", "progressive.jpg", "small.png", "small.gif"})
    void picture_served_hasTheSamePixels(String name) throws IOException {
        var before = ImageIO.read(new ByteArrayInputStream(picture(name)));
        var after = ImageIO.read(new ByteArrayInputStream(Served.bytes(original(name))));
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                assertThat(after.getRGB(x, y)).isEqualTo(before.getRGB(x, y));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "baseline.jpg",
                "progressive.jpg",
                "small.png",
                "small.gif",
                "lossy.webp",
                "lossless.webp",
                "extended.webp",
                "small.avif",
                "tagged.avif"
            })
    void picture_cleaned_isServedAsItIs(String name) {
        byte[] clean = Served.bytes(picture(name));
        assertThat(((Serving.AsPicture) Served.serving(clean)).whole()).isTrue();
    }

    @Test
    void orientation_ofAnyKind_isAllThatStaysOfExif() {
        List<byte[]> turned =
                List.of(
                        MetadataSamples.jpeg(picture("baseline.jpg"), ON_ITS_SIDE),
                        MetadataSamples.png(picture("small.png"), ON_ITS_SIDE),
                        MetadataSamples.webp(picture("extended.webp"), ON_ITS_SIDE));
        for (byte[] original : turned) {
            // When
            Serving.AsPicture served = (Serving.AsPicture) Served.serving(original);
            byte[] clean = Served.bytes(original);

            // Then
            assertThat(served.size()).isEqualTo(new Dimensions(SIZE.height(), SIZE.width()));
            assertThat(text(clean))
                    .contains(text(Orientation.tiff(ON_ITS_SIDE)))
                    .doesNotContain(SECRET);
            assertThat(((Serving.AsPicture) Served.serving(clean)).size()).isEqualTo(served.size());
            assertThat(Served.bytes(clean)).isEqualTo(clean);
        }
    }

    @Test
    void colours_ofAJpeg_keepTheirProfileAndTheirTransform() {
        // Given
        byte[] plain = picture("baseline.jpg");
        byte[] profile = segment(0xe2, latin1("ICC_PROFILE\0\1\1profile"));
        byte[] adobe = segment(0xee, latin1("Adobe\0d\0\0\0\0\1"));
        byte[] original =
                join(
                        Arrays.copyOf(plain, 2),
                        profile,
                        adobe,
                        Arrays.copyOfRange(plain, 2, plain.length));

        // Then
        assertThat(((Serving.AsPicture) Served.serving(original)).whole()).isTrue();
    }

    @Test
    void thumbnail_ofAJfif_isLeftOut() {
        // Given
        byte[] plain = Served.bytes(picture("baseline.jpg"));
        assertThat(text(plain)).startsWith("\u00ff\u00d8\u00ff\u00e0\0\20JFIF\0");
        byte[] withThumbnail =
                join(
                        Arrays.copyOf(plain, 2),
                        segment(
                                0xe0,
                                join(
                                        Arrays.copyOfRange(plain, 6, 18),
                                        new byte[] {2, 3},
                                        latin1(SECRET))),
                        Arrays.copyOfRange(plain, 20, plain.length));

        // Then
        assertThat(Served.bytes(withThumbnail)).isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("tagged")
    void picture_cutOffAnywhere_isCleanOrNotServed(String name) {
        byte[] whole = original(name);
        for (int length = 0; length < whole.length; length++) {
            assertCleanOrNotServed(Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @MethodSource("tagged")
    void picture_withBytesChanged_isCleanOrNotServed(String name) {
        Random random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            byte[] mutant = original(name).clone();
            for (int k = 0; k <= i % 3; k++) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
            }
            assertCleanOrNotServed(mutant);
        }
    }

    private static void assertCleanOrNotServed(byte[] mutant) {
        if (Served.serving(mutant) instanceof Serving.AsPicture picture) {
            byte[] clean = Served.copy(mutant, picture.pieces());
            assertThat(MetadataReader.tellsSecret(clean)).isFalse();
            assertThat(Served.bytes(clean)).isEqualTo(clean);
            if (!UNCHECKED.contains(picture.type())) {
                assertThat(text(clean)).doesNotContain(SECRET);
            }
        }
    }

    @Test
    void bomb_ofEnormousSize_isRefusedByItsHeader() {
        // Given
        byte[] png = picture("small.png");
        byte[] header = Arrays.copyOfRange(png, 16, 29);
        ByteBuffer.wrap(header).putInt(0, 50_000).putInt(4, 50_000);
        byte[] bomb =
                join(
                        Arrays.copyOf(png, 8),
                        chunk("IHDR", header),
                        Arrays.copyOfRange(png, 33, png.length));

        // Then
        assertThat(Served.serving(bomb))
                .isEqualTo(new Serving.Never("image/png", "it has too many pixels: 50000 x 50000"));
    }

    @Test
    void bomb_ofManyFrames_isRefusedByItsHeaders() {
        // Given
        byte[] gif = picture("small.gif");
        ByteBuffer.wrap(gif).putShort(6, (short) 0x401f).putShort(8, (short) 0x401f);
        int first = text(gif).indexOf(',');
        byte[] frame = Arrays.copyOfRange(gif, first, gif.length - 1);
        byte[][] frames = new byte[100][];
        Arrays.fill(frames, frame);

        // When
        Serving one = Served.serving(gif);
        Serving many =
                Served.serving(join(Arrays.copyOf(gif, first), join(frames), new byte[] {0x3b}));

        // Then
        assertThat(one).isInstanceOf(Serving.AsPicture.class);
        assertThat(many).isEqualTo(new Serving.Never("image/gif", "it has too many frames: 100"));
    }

    @Test
    void limits_ofAKind_areItsOwn() {
        ImageLimits limits = new ImageLimits(100, 50, 150);
        assertThat(limits.breach(ImageType.JPEG, new Dimensions(10, 10), 1)).isEmpty();
        assertThat(limits.breach(ImageType.JPEG, new Dimensions(10, 11), 1)).isPresent();
        assertThat(limits.breach(ImageType.PNG, new Dimensions(10, 5), 3)).isEmpty();
        assertThat(limits.breach(ImageType.PNG, new Dimensions(10, 6), 1)).isPresent();
        assertThat(limits.breach(ImageType.GIF, new Dimensions(10, 5), 4)).isPresent();
        assertThat(
                        limits.breach(
                                ImageType.WEBP,
                                new Dimensions(Integer.MAX_VALUE, Integer.MAX_VALUE),
                                Integer.MAX_VALUE))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "'<svg><script/></svg>', image/svg+xml",
        "<html><script></script></html>, application/octet-stream",
        "%PDF-1.7, application/pdf",
        "BM, application/octet-stream",
        "'', application/octet-stream"
    })
    void file_thatIsNoPicture_isServedToBeSavedOnly(String start, String type) {
        assertThat(Served.serving(latin1(start))).isEqualTo(new Serving.AsDownload(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0\0\0\30ftypheic",
                "\0\0\0\30ftypmif1",
                "\0\0\0\30ftypqt  ",
                "\0\0\0\30ftypisom",
                "II*\0",
                "MM\0*",
                "\0\0\0\14JXL \r\n\u0087\n"
            })
    void file_ofACameraThatNobodyCanClean_isNeverServed(String start) {
        assertThat(Served.serving(latin1(start + SECRET))).isInstanceOf(Serving.Never.class);
    }

    @Test
    void picture_ofNoPictures_isNeverServed() {
        for (String start :
                List.of("\u00ff\u00d8\u00ff\u00d9", "GIF89a", "\u0089PNG\r\n\u001a\n")) {
            assertThat(Served.serving(latin1(start))).isInstanceOf(Serving.Never.class);
        }
    }
}
