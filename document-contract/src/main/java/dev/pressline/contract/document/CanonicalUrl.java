package dev.pressline.contract.document;

import java.util.Locale;
import java.util.Optional;

/**
 * The address of a publisher's page: a base URL and a path joined by exactly one slash. Never
 * resolved by RFC 3986, which would lose the path of the base. Pure and thread-safe.
 */
public final class CanonicalUrl {

    private CanonicalUrl() {}

    /**
     * The canonical URL of a path below a base URL. No path gives the base itself; a trailing slash
     * of the path stays, since it is the publisher's. Empty if the base is not http or https, if
     * its host is none that a browser would go to, or if the path is itself a URL of another
     * origin.
     */
    public static Optional<String> of(String base, Optional<String> path) {
        if (!isHttp(base) || !UrlHost.isAuthority(origin(base).substring(hostStart(base)))) {
            return Optional.empty();
        }
        String given = path.orElse("");
        if (isHttp(given)) {
            return origin(given).equals(origin(base))
                    ? Optional.of(escaped(given))
                    : Optional.empty();
        }
        String trimmed = withoutTrailingSlashes(base);
        String below = withoutLeadingSlashes(given);
        return Optional.of(escaped(below.isEmpty() ? trimmed : trimmed + "/" + below));
    }

    /** The scheme and authority of an http or https URL, in lower case. */
    public static String origin(String url) {
        return url.substring(0, authorityEnd(url, hostStart(url))).toLowerCase(Locale.ROOT);
    }

    /** Where the authority ends that begins at {@code start} of a URL. */
    public static int authorityEnd(String url, int start) {
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static int hostStart(String url) {
        return url.indexOf("://") + 3;
    }

    /** Whether a text begins like an http or https URL that has a host. */
    public static boolean isHttp(String text) {
        String start = text.substring(0, Math.min(text.length(), 8)).toLowerCase(Locale.ROOT);
        int host = start.startsWith("https://") ? 8 : start.startsWith("http://") ? 7 : -1;
        return host > 0 && text.length() > host && "/?#:@ ".indexOf(text.charAt(host)) < 0;
    }

    private static String withoutTrailingSlashes(String base) {
        int end = base.length();
        while (end > 0 && base.charAt(end - 1) == '/') {
            end--;
        }
        return base.substring(0, end);
    }

    private static String withoutLeadingSlashes(String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        return path.substring(start);
    }

    /** The URL with what no URL may hold percent-encoded: blanks, controls, quotes, brackets. */
    public static String escaped(String url) {
        StringBuilder escaped = new StringBuilder(url.length());
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c <= ' ' || c == 0x7f || "\"<>\\^`{|}".indexOf(c) >= 0) {
                escaped.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
