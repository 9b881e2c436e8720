package dev.pressline.normalize.convert.source;

import dev.pressline.contract.document.CanonicalUrl;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Destinations of links as authors wrote them, made into absolute URLs that are safe to follow:
 * http, https and mailto, nothing else. Stateless.
 */
public final class Href {

    private static final int LONGEST = 8_192;
    private static final Pattern ABOVE_ROOT = Pattern.compile("^(?:/\\.\\.)+(?:/|(?=[?#]|$))");

    private Href() {}

    /**
     * The absolute URL of a destination, or empty where it has no host, another scheme, or is
     * relative while {@code base} is unknown. A destination with a blank in its host is prose.
     *
     * @param base the page it stands on, absolute http or https
     */
    public static Optional<String> of(String destination, Optional<String> base) {
        String trimmed = destination.strip();
        if (trimmed.isEmpty() || trimmed.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<String> scheme = scheme(trimmed);
        return scheme.isPresent()
                ? absolute(scheme.get(), trimmed)
                : base.flatMap(page -> resolve(page, trimmed));
    }

    /** The absolute http or https URL of a destination; see {@link #of}. */
    public static Optional<String> web(String destination, Optional<String> base) {
        return of(destination, base).filter(CanonicalUrl::isHttp);
    }

    private static Optional<String> scheme(String text) {
        int end = 0;
        while (end < text.length() && isSchemeCharacter(text.charAt(end))) {
            end++;
        }
        boolean named = end > 0 && end < text.length() && text.charAt(end) == ':';
        return named
                ? Optional.of(text.substring(0, end).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static boolean isSchemeCharacter(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.');
    }

    private static Optional<String> absolute(String scheme, String text) {
        return switch (scheme) {
            case "http", "https" -> hasHost(text) ? escape(text) : Optional.empty();
            case "mailto" -> text.indexOf('@') > 0 ? escape(text) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean hasHost(String url) {
        return CanonicalUrl.isHttp(url)
                && CanonicalUrl.origin(url).chars().noneMatch(Character::isWhitespace);
    }

    private static Optional<String> resolve(String page, String relative) {
        if (!CanonicalUrl.isHttp(page)) {
            return Optional.empty();
        }
        if (relative.startsWith("//")) {
            return absolute("https", page.substring(0, page.indexOf(':') + 1) + relative);
        }
        return switch (relative.charAt(0)) {
            case '/' -> normalize(CanonicalUrl.origin(page) + relative);
            case '?' -> escape(cut(page, "?#") + relative);
            case '#' -> escape(cut(page, "#") + relative);
            default -> normalize(directory(cut(page, "?#")) + relative);
        };
    }

    private static String cut(String url, String marks) {
        int end = 0;
        while (end < url.length() && marks.indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(0, end);
    }

    private static String directory(String url) {
        int path = CanonicalUrl.origin(url).length();
        int slash = url.lastIndexOf('/');
        return slash < path ? url + "/" : url.substring(0, slash + 1);
    }

    /** Takes {@code .} and {@code ..} out of the path, also those that lead above its root. */
    private static Optional<String> normalize(String url) {
        return escape(url).map(Href::withoutDots);
    }

    private static String withoutDots(String url) {
        try {
            String normal = URI.create(url).normalize().toString();
            String origin = CanonicalUrl.origin(normal);
            String path = normal.substring(origin.length());
            return origin + ABOVE_ROOT.matcher(path).replaceFirst("/");
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    private static Optional<String> escape(String url) {
        return Optional.of(CanonicalUrl.escaped(url));
    }
}
