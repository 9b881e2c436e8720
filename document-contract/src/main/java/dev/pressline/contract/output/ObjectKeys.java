package dev.pressline.contract.output;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Base32;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.RecordKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * The object keys of the site bucket. A page is a folder with {@code index.html}, so that no key is
 * another key plus {@code /…} and a plain directory can hold the site. Stateless.
 */
public final class ObjectKeys {

    /** The front page's folder. */
    public static final String FRONT = "";

    /** The icon that browsers look for by this name. */
    public static final String FAVICON = "favicon.ico";

    /** What crawlers look for by this name. */
    public static final String ROBOTS = "robots.txt";

    /** The index of the sitemaps, which {@link #ROBOTS} names. */
    public static final String SITEMAP = "sitemap.xml";

    /** The sitemap of the publications. */
    public static final String SITEMAP_OF_PUBLICATIONS = "sitemap-publications.xml";

    /** The list of the publications, for feed readers to import. */
    public static final String OPML = "opml.xml";

    private static final String PUBLICATIONS = "publication/";
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_SLUG = 60;
    private static final int LETTERS = 20;
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z0-9]+");

    private ObjectKeys() {}

    /** The folder of a document's page, with its trailing slash. */
    public static String document(AtUri uri) {
        return "document/" + uri.did() + '/' + segment(uri.rkey()) + '/';
    }

    /** The folder of a publication's pages and feeds, with its trailing slash. */
    public static String publication(AtUri uri) {
        return PUBLICATIONS + uri.did() + '/' + segment(uri.rkey()) + '/';
    }

    /** Whether a folder is that of a publication. */
    public static boolean isPublication(String folder) {
        return folder.startsWith(PUBLICATIONS);
    }

    /** The folder of an author's pages and feeds, with its trailing slash. */
    public static String author(Did did) {
        return "author/" + did + '/';
    }

    /** The list of the publications that an account subscribes to, for feed readers to import. */
    public static String subscriptions(Did did) {
        return author(did) + "subscriptions.opml";
    }

    /**
     * The folder of the pages and feeds of a tag, with its trailing slash: the tag itself where it
     * is plain, else what of it is plain, and letters of its hash. No two tags have the same.
     */
    public static String tag(String name) {
        return "tag/" + slug(name) + '/';
    }

    private static String slug(String name) {
        if (name.length() <= LONGEST_SLUG && PLAIN.matcher(name).matches()) {
            return name;
        }
        String plain = NOT_PLAIN.matcher(name).replaceAll("-");
        String start = plain.substring(0, Math.min(plain.length(), LONGEST_SLUG - LETTERS));
        return start + '~' + hash(name).substring(0, LETTERS);
    }

    /** The folder of what a channel's first page no longer holds. */
    public static String archive(String folder) {
        return folder + "archive/";
    }

    /**
     * The sitemap of what a page of the front page's channel lists, by its folder. Sitemaps stand
     * beside the front page, since one may only name what is below its own folder.
     */
    public static String sitemap(String folder) {
        String part = folder.isEmpty() ? "newest" : folder.substring(archive(FRONT).length());
        return "sitemap-" + part.replaceFirst("/$", "").replace('/', '-') + ".xml";
    }

    /** Whether a folder is that of a chapter of the front page's archive. */
    public static boolean isChapterOfFront(String folder) {
        return folder.startsWith(archive(FRONT)) && !folder.equals(archive(FRONT));
    }

    /** The folder of the report on what had to be repaired below a folder. */
    public static String defects(String folder) {
        return folder + "defects/";
    }

    /** The folder of the page that explains the feeds of a channel's folder. */
    public static String subscribe(String folder) {
        return folder + "subscribe/";
    }

    /** The page in a folder. */
    public static String page(String folder) {
        return folder + "index.html";
    }

    /** The normalized JSON beside a document's page. */
    public static String json(String folder) {
        return folder + "index.json";
    }

    /** The RSS feed in a folder. */
    public static String rss(String folder) {
        return folder + "rss.xml";
    }

    /** The Atom feed in a folder. */
    public static String atom(String folder) {
        return folder + "atom.xml";
    }

    /** The JSON Feed in a folder. */
    public static String jsonFeed(String folder) {
        return folder + "feed.json";
    }

    /** The folder of an account's blobs, with its trailing slash. */
    public static String blobs(Did did) {
        return "blobs/" + did + '/';
    }

    /** A blob of an account. */
    public static String blob(Did did, Cid cid) {
        return blobs(did) + cid;
    }

    /** A narrower copy of a picture of an account. */
    public static String variant(Did did, Cid cid, int width) {
        return blob(did, cid) + '-' + width + 'w';
    }

    private static String segment(RecordKey rkey) {
        String key = rkey.value();
        return key.length() <= LONGEST_KEY && !key.startsWith("~") ? key : '~' + hash(key);
    }

    private static String hash(String text) {
        try {
            return Base32.encode(
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
