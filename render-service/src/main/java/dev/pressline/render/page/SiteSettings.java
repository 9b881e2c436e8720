package dev.pressline.render.page;

import dev.pressline.contract.document.CanonicalUrl;

/**
 * What the configuration says about the site as a whole; the only values of the configuration that
 * reach the bytes of an output. Immutable.
 *
 * @param publicUrl the http or https URL under which the site is read, kept without trailing slash
 * @param siteName the name of the site as a whole, not blank
 * @param searchable whether readers can search, and pages lead there
 */
public record SiteSettings(String publicUrl, String siteName, boolean searchable) {

    /** A site without search, as a directory of files is. */
    public SiteSettings(String publicUrl, String siteName) {
        this(publicUrl, siteName, false);
    }

    /** Checks both; throws {@link IllegalArgumentException} naming the fault. */
    public SiteSettings {
        if (!CanonicalUrl.isHttp(publicUrl) || publicUrl.contains("?") || publicUrl.contains("#")) {
            throw new IllegalArgumentException(
                    "the public URL is not http or https without query and fragment: " + publicUrl);
        }
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
