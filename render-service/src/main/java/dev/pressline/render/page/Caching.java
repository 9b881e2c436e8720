package dev.pressline.render.page;

/**
 * How long an object of the site may be kept by those who have read it: a value of {@code
 * Cache-Control} (RFC 9111), noted beside the object too, for a bucket that is read without us.
 * Stateless.
 */
public final class Caching {

    /** A page or feed: asked for again after a minute, at little cost if it has not changed. */
    public static final String SHORTLY = "public, max-age=60, must-revalidate";

    /** What has its hash in its name. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** Blobs never change either, but may have to disappear: shared caches ask again soon. */
    private static final String FOR_A_WHILE = "public, max-age=86400, s-maxage=300";

    private Caching() {}

    /** How long what lies under a key may be kept. */
    public static String of(String key) {
        if (key.startsWith("assets/")) {
            return FOR_EVER;
        }
        return key.startsWith("blobs/") ? FOR_A_WHILE : SHORTLY;
    }
}
