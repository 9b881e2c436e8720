package dev.pressline.render.html;

/**
 * How one output writes the URLs of objects in the site bucket: relative to its own folder, or
 * below an absolute base. Immutable.
 *
 * @param prefix what stands before an object key
 */
public record SiteUrls(String prefix) {

    /** URLs as seen from a page in {@code folder}, which is empty or ends with a slash. */
    public static SiteUrls relativeTo(String folder) {
        int depth = (int) folder.chars().filter(c -> c == '/').count();
        return new SiteUrls(depth == 0 ? "./" : "../".repeat(depth));
    }

    /** URLs below {@code base}, a URL or an absolute path that ends with a slash. */
    public static SiteUrls below(String base) {
        return new SiteUrls(base);
    }

    /**
     * The URL of an object or folder. Of the characters of keys only the percent sign, which DIDs
     * may hold, means something else in a URL.
     */
    public String to(String key) {
        return prefix + key.replace("%", "%25");
    }
}
