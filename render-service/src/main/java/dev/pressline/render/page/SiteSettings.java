package dev.pressline.render.page;

import dev.pressline.contract.document.CanonicalUrl;
import java.util.Optional;

/**
 * What the configuration says about the site as a whole; the only values of the configuration that
 * reach the bytes of an output. Immutable.
 *
 * @param publicUrl the http or https URL under which the site is read, kept without trailing slash
 * @param siteName the name of the site as a whole, not blank
 * @param searchable whether readers can search, and pages lead there
 * @param hub the WebSub hub that tells subscribers of changed feeds, an http or https URL
 */
public record SiteSettings(
        String publicUrl, String siteName, boolean searchable, Optional<String> hub) {

    /** A site without search and hub, as a directory of files is. */
    public SiteSettings(String publicUrl, String siteName) {
        this(publicUrl, siteName, false, Optional.empty());
    }

    /** Checks them; throws {@link IllegalArgumentException} naming the fault. */
    public SiteSettings {
        if (!CanonicalUrl.isHttp(publicUrl) || publicUrl.contains("?") || publicUrl.contains("#")) {
            throw new IllegalArgumentException(
                    "the public URL is not http or https without query and fragment: " + publicUrl);
        }
        hub.filter(url -> !CanonicalUrl.isHttp(url))
                .ifPresent(
                        url -> {
                            throw new IllegalArgumentException(
                                    "the hub is not http or https: " + url);
                        });
        if (siteName.isBlank()) {
            throw new IllegalArgumentException("the site has no name");
        }
        while (publicUrl.endsWith("/")) {
            publicUrl = publicUrl.substring(0, publicUrl.length() - 1);
        }
    }

    /** The absolute path of the public URL with its trailing slash: {@code /} or {@code /blog/}. */
    public String rootPath() {
        return publicUrl.substring(CanonicalUrl.origin(publicUrl).length()) + '/';
    }
}
