package dev.pressline.normalize.verification;

import dev.pressline.contract.document.CanonicalUrl;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import java.util.Optional;

/** The parts of a publication's URL that count for its verification. Stateless. */
public final class SiteAddress {

    private static final String WELL_KNOWN = "/.well-known/site.standard.publication";
    private static final String WEB = "web";

    private SiteAddress() {}

    /**
     * Where a site says which publication it is: at its root, with the path of the publication
     * behind. Empty where the URL is not http or https.
     */
    public static Optional<String> wellKnown(String url) {
        if (!CanonicalUrl.isHttp(url)) {
            return Optional.empty();
        }
        String origin = CanonicalUrl.origin(url);
        return Optional.of(origin + WELL_KNOWN + path(url.substring(origin.length())));
    }

    private static String path(String rest) {
        int end = 0;
        while (end < rest.length() && "?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        while (end > 0 && rest.charAt(end - 1) == '/') {
            end--;
        }
        return rest.substring(0, end);
    }

    /** Whether the host of a URL, on the usual port, is the name that an account goes by. */
    public static boolean isNameOf(String url, Did did, Optional<Handle> proven) {
        if (!CanonicalUrl.isHttp(url)) {
            return false;
        }
        String origin = CanonicalUrl.origin(url);
        String host = origin.substring(origin.indexOf("://") + 3);
        return proven.filter(handle -> handle.value().equals(host)).isPresent()
                || (did.method().equals(WEB) && did.methodSpecificId().equals(host));
    }
}
