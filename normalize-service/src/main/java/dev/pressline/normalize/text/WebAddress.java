package dev.pressline.normalize.text;

import dev.pressline.contract.document.CanonicalUrl;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import java.util.Optional;
import java.util.Set;

/**
 * Addresses as people write them: with a scheme, with a path, or a bare host below a well-known top
 * level; {@code Node.js} and {@code README.md} are none. Stateless.
 */
public final class WebAddress {

    private static final Set<String> TOP_LEVELS =
            Set.of("com", "org", "net", "edu", "gov", "info", "blog", "news", "social", "site");

    private WebAddress() {}

    /** The URL a text stands for, if it is an address. */
    public static Optional<String> of(String text) {
        if (text.chars().anyMatch(c -> c <= ' ' || "<>\"".indexOf(c) >= 0)) {
            return Optional.empty();
        }
        if (CanonicalUrl.isHttp(text)) {
            return Optional.of(text);
        }
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        boolean telling = slash > 0 || host.startsWith("www.") || hasKnownTopLevel(host);
        return telling && isHost(host) ? Optional.of("https://" + text) : Optional.empty();
    }

    private static boolean hasKnownTopLevel(String host) {
        return TOP_LEVELS.contains(host.substring(host.lastIndexOf('.') + 1));
    }

    private static boolean isHost(String host) {
        try {
            return Handle.parse(host).value().length() == host.length();
        } catch (InvalidIdentifierException e) {
            return false;
        }
    }
}
