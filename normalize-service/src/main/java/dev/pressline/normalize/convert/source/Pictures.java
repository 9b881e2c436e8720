package dev.pressline.normalize.convert.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Picture;
import dev.pressline.contract.identifier.BlobRef;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Images of a body: blobs of the document's own repository where they are ones, also when a URL
 * names them, else URLs that are linked and never loaded. Stateless.
 */
public final class Pictures {

    private static final Set<String> FILE_ENDINGS =
            Set.of(
                    "jpg", "jpeg", "png", "gif", "webp", "avif", "heic", "svg", "bmp", "tif",
                    "tiff");

    private Pictures() {}

    /** The picture of a blob reference or of a URL in a JSON field. */
    public static Optional<Picture> of(JsonNode value, String alt, ConversionContext context) {
        Optional<Picture> blob = BlobRefs.of(value).map(ref -> ofBlob(ref, alt));
        return blob.or(() -> value.isTextual() ? ofUrl(value.textValue(), alt, context) : blob);
    }

    /** The picture of a URL, relative or absolute. */
    public static Optional<Picture> ofUrl(String url, String alt, ConversionContext context) {
        return BlobRefs.of(url)
                .or(() -> BlobUrls.of(url, context.did()))
                .map(ref -> ofBlob(ref, alt))
                .or(() -> Href.web(url, context.canonicalUrl()).map(web -> remote(web, alt)));
    }

    private static Picture ofBlob(BlobRef ref, String given) {
        String alt = alt(given);
        Optional<String> stated = alt.isEmpty() ? Optional.empty() : Optional.of(alt);
        Blob blob =
                new Blob(
                        ref.cid(),
                        ref.mimeType(),
                        ref.size(),
                        Optional.empty(),
                        Optional.empty(),
                        stated,
                        BlobState.PENDING);
        return new Picture(Optional.of(blob), Optional.empty(), alt);
    }

    private static Picture remote(String url, String alt) {
        return new Picture(Optional.empty(), Optional.of(url), alt(alt));
    }

    /** The text alternative as given; a file name such as {@code IMG_3129.jpeg} is none. */
    private static String alt(String given) {
        String alt = given.strip();
        return isFileName(alt) ? "" : alt;
    }

    private static boolean isFileName(String text) {
        int dot = text.lastIndexOf('.');
        return dot > 0 && FILE_ENDINGS.contains(text.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
