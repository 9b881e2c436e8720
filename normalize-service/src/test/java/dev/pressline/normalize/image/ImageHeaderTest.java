package dev.pressline.normalize.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.normalize.image.ImageHeader.Dimensions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class ImageHeaderTest {

    private static final Dimensions SIZE = new Dimensions(37, 23);

    /** A picture of the tests by its name. */
    public static byte[] picture(String name) {
        try (InputStream in = ImageHeaderTest.class.getResourceAsStream("/images/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({
        "small.png, image/png",
        "small.gif, image/gif",
        "baseline.jpg, image/jpeg",
        "progressive.jpg, image/jpeg",
        "lossy.webp, image/webp",
        "lossless.webp, image/webp",
        "extended.webp, image/webp",
        "small.avif, image/avif"
    })
    void picture_ofAnyKind_isKnownWithItsSize(String name, String type) {
        assertThat(ImageHeader.of(Bytes.of(picture(name))))
                .isEqualTo(new ImageHeader(type, Optional.of(SIZE)));
    }

    @ParameterizedTest
    @CsvSource({
        "'<svg xmlns=\"http://www.w3.org/2000/svg\">', image/svg+xml",
        "' <?xml version=\"1.0\"?><svg>', image/svg+xml",
        "<html>, application/octet-stream",
        "text about <svg>, application/octet-stream",
        "'', application/octet-stream"
    })
    void text_isNeverAPicture(String text, String type) {
        assertThat(ImageHeader.of(Bytes.of(latin1(text))))
                .isEqualTo(new ImageHeader(type, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "small.png",
                "small.gif",
                "baseline.jpg",
                "progressive.jpg",
                "lossy.webp",
                "lossless.webp",
                "extended.webp",
                "small.avif"
            })
    void picture_cutOffAnywhere_hasNoOtherSizeThanItsOwn(String name) {
        byte[] whole = picture(name);
        for (int length = 0; length < whole.length; length++) {
            assertThat(
                            ImageHeader.of(Bytes.of(Arrays.copyOf(whole, length)))
                                    .dimensions()
                                    .orElse(SIZE))
                    .isEqualTo(SIZE);
        }
    }

    @Test
    void png_withoutPixelsOrWithTooMany_hasNoSize() {
        // Given
        byte[] none = picture("small.png");
        Arrays.fill(none, 16, 20, (byte) 0);
        byte[] tooMany = picture("small.png");
        Arrays.fill(tooMany, 16, 20, (byte) 0xff);

        // Then
        assertThat(ImageHeader.of(Bytes.of(none)).dimensions()).isEmpty();
        assertThat(ImageHeader.of(Bytes.of(tooMany)).dimensions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ff\u00d8\u00ff\u00e0\u0000\u0000",
                "\u00ff\u00d8\u00ff\u00e0\u0000\u0001",
                "\u00ff\u00d8\u00ff\u00e0\u00ff\u00ff",
                "\u00ff\u00d8\u00ff\u00c0\u0000\u0011\u0008",
                "\u00ff\u00d8\u00ff\u00da\u0000\u0008",
                "\u00ff\u00d8\u00ff"
            })
    void jpeg_withABrokenSegment_endsWithoutASize(String start) {
        assertThat(ImageHeader.of(Bytes.of(latin1(start))))
                .isEqualTo(new ImageHeader("image/jpeg", Optional.empty()));
    }

    @Test
    void jpeg_ofSegmentsWithoutEnd_isReadInOnePass() {
        // Given
        byte[] endless = latin1("\u00ff\u00d8" + "\u00ff\u00e0\u0000\u0002".repeat(250_000));

        // Then
        assertThat(ImageHeader.of(Bytes.of(endless)).dimensions()).isEmpty();
    }

    @Test
    void webp_ofAnUnknownChunk_hasNoSize() {
        assertThat(
                        ImageHeader.of(
                                Bytes.of(
                                        latin1(
                                                "RIFF\u0000\u0000\u0000\u0000WEBPNONE"
                                                        + "x".repeat(40)))))
                .isEqualTo(new ImageHeader("image/webp", Optional.empty()));
    }

    @Property
    void bytes_ofAnyKind_areReadWithoutFailing(@ForAll byte[] bytes) {
        assertThat(ImageHeader.of(Bytes.of(bytes)).mimeType()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"small.png", "baseline.jpg", "extended.webp", "small.gif"})
    void picture_withBytesFlipped_isReadWithoutFailing(String name) {
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            byte[] mutant = picture(name);
            mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
            assertThat(ImageHeader.of(Bytes.of(mutant)).mimeType()).isNotEmpty();
        }
    }
}
