package dev.pressline.render.html;

import dev.pressline.contract.document.CanonicalUrl;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import java.util.Locale;
import java.util.Optional;

/**
 * A URL of another site that may be linked: http, https or mailto and nothing else, without
 * characters that no URL may hold. Immutable.
 */
public final class OutsideUrl {

    private static final String POST = "app.bsky.feed.post";

    private final String text;

    private OutsideUrl(String text) {
        this.text = text;
    }

    /** The URL that a text is, or empty if it is none that may be linked. */
    public static Optional<OutsideUrl> of(String text) {
        String trimmed = text.strip();
        boolean mail = trimmed.toLowerCase(Locale.ROOT).startsWith("mailto:");
        if (mail) {
            return Optional.of(new OutsideUrl(escape(trimmed)));
        }
        return Optional.of(trimmed)
                .filter(CanonicalUrl::isHttp)
                .map(OutsideUrl::withoutUser)
                .filter(CanonicalUrl::isHttp)
                .map(url -> new OutsideUrl(escape(url)));
    }

    /** The URL without the name before its host, which HTML forbids and deceivers like. */
    private static String withoutUser(String url) {
        int start = url.indexOf("//") + 2;
        int user = url.lastIndexOf('@', CanonicalUrl.authorityEnd(url, start) - 1);
        return user < start ? url : url.substring(0, start) + url.substring(user + 1);
    }

    /** The public profile of an account. */
    public static OutsideUrl profile(Did did) {
        return new OutsideUrl("https://bsky.app/profile/" + did.value().replace("%", "%25"));
    }

    /** Where a post of Bluesky can be read, or empty for a record of another kind. */
    public static Optional<OutsideUrl> post(AtUri uri) {
        return uri.collection().value().equals(POST)
                ? Optional.of(new OutsideUrl(profile(uri.did()) + "/post/" + uri.rkey()))
                : Optional.empty();
    }

    /** The host without {@code www.}, to be shown; for mail the address. */
    public String host() {
        boolean web = CanonicalUrl.isHttp(text);
        int start = text.indexOf(':') + (web ? 3 : 1);
        String host = text.substring(start, CanonicalUrl.authorityEnd(text, start));
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String escape(String url) {
        return Encoder.clean(CanonicalUrl.escaped(url)).replace("\uFFFD", "%EF%BF%BD");
    }

    @Override
    public String toString() {
        return text;
    }
}
