package dev.pressline.render.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a request as an object key. A path that is no key of ours is no path at all: empty
 * segments, dot segments, backslashes and controls are refused, and so are the markers of what is
 * gone. Pure.
 */
final class SitePath {

    private static final String PAGE = "index.html";
    private static final String GONE = "gone/";

    /** The folder of a document, a publication or an account. */
    private static final Pattern OWNED =
            Pattern.compile("(?:(?:document|publication)/[^/]+|author)/[^/]+/");

    private SitePath() {}

    /**
     * A path with its percent-encodings decoded, once; empty when they cannot be, or hide a
     * separator, which would give a page a second address.
     */
    static Optional<String> decoded(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (lower.contains("%2f") || lower.contains("%5c")) {
            return Optional.empty();
        }
        try {
            return Optional.of(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key of a decoded path that begins with a slash; empty when no object can have it. */
    static Optional<String> key(String path) {
        if (!path.startsWith("/") || path.length() > 2_048) {
            return Optional.empty();
        }
        String key = path.substring(1);
        if (key.startsWith(GONE) || !isClean(key)) {
            return Optional.empty();
        }
        return Optional.of(key.isEmpty() || key.endsWith("/") ? key + PAGE : key);
    }

    /**
     * The key of the marker that a key's page is gone for good: a document, publication or account
     * takes all that lies in its folder with it.
     */
    static String goneMarker(String key) {
        Matcher owned = OWNED.matcher(key);
        String folder =
                owned.lookingAt() ? owned.group() : key.substring(0, key.lastIndexOf('/') + 1);
        return markerOfPage(folder + PAGE);
    }

    /** The key of the marker of a page itself. */
    static String markerOfPage(String page) {
        return GONE + page;
    }

    private static boolean isClean(String key) {
        String trimmed = key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
        if (trimmed.isEmpty()) {
            return key.isEmpty();
        }
        for (String segment : trimmed.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return key.chars()
                .allMatch(
                        c -> c > ' ' && c != '\\' && c != 0x7f && !Character.isSurrogate((char) c));
    }
}
