package dev.pressline.normalize.convert.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.BlobRef;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import java.util.Optional;

/**
 * References to blobs in every form that records hold: a blob object, {@code {"$link": cid}},
 * {@code {"/": cid}}, a bare CID, {@code blob:cid}, and the legacy {@code {cid, mimeType}}.
 * Stateless.
 *
 * @see <a href="https://atproto.com/specs/data-model#blob-type">AT Protocol: blob type</a>
 */
public final class BlobRefs {

    /** The media type of a reference that claims none. */
    public static final String ANY_TYPE = "application/octet-stream";

    private static final long UNKNOWN_SIZE = -1;
    private static final String SCHEME = "blob:";

    private BlobRefs() {}

    /** The blob a value refers to, if it refers to one. */
    public static Optional<BlobRef> of(JsonNode value) {
        JsonNode ref = value.isObject() && value.has("ref") ? value.get("ref") : value;
        return cid(ref).map(cid -> new BlobRef(cid, mimeType(value), size(value)));
    }

    /** The blob of a CID in text form, with or without {@code blob:} before it. */
    public static Optional<BlobRef> of(String text) {
        String cid = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
        return parse(cid).map(parsed -> new BlobRef(parsed, ANY_TYPE, UNKNOWN_SIZE));
    }

    private static Optional<Cid> cid(JsonNode ref) {
        return ref.isTextual()
                ? of(ref.textValue()).map(BlobRef::cid)
                : Fields.text(ref, "$link", "/", "cid").flatMap(BlobRefs::parse);
    }

    private static Optional<Cid> parse(String text) {
        try {
            return Optional.of(Cid.parse(text)).filter(cid -> cid.codec() == Cid.Codec.RAW);
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }

    private static String mimeType(JsonNode value) {
        return Fields.text(value, "mimeType").filter(BlobRefs::isMediaType).orElse(ANY_TYPE);
    }

    private static boolean isMediaType(String text) {
        int slash = text.indexOf('/');
        return slash > 0
                && slash < text.length() - 1
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f && "\"<>&'".indexOf(c) < 0);
    }

    private static long size(JsonNode value) {
        JsonNode size = value.path("size");
        return size.isIntegralNumber() && size.canConvertToLong() && size.longValue() >= 0
                ? size.longValue()
                : UNKNOWN_SIZE;
    }
}
