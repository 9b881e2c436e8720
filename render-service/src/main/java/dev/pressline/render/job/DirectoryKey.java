package dev.pressline.render.job;

/**
 * A key of {@code pressline.feeds.v1}: a publication in the directory of the site, by the folder of
 * its page; its value is a {@link DirectoryEntry}, or null. All of them are on the partition of the
 * front page. Immutable.
 *
 * @param folder the folder of the publication's page
 */
public record DirectoryKey(String folder) {

    private static final String START = "directory|";

    /** Whether a key is one of these, and no {@link MembershipKey}. */
    public static boolean isOne(String key) {
        return key.startsWith(START);
    }

    /** Reads a key that {@link #isOne}. */
    public static DirectoryKey parse(String text) {
        return new DirectoryKey(text.substring(START.length()));
    }

    /** The text that {@link #parse} reads. */
    public String text() {
        return START + folder;
    }
}
