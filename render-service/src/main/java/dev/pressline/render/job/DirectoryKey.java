package dev.pressline.render.job;

/**
 * A key of {@code pressline.feeds.v1}: a publication in the directory of the site, by the folder of
 * its page; its value is a {@link DirectoryEntry}, or null. All of them are on the partition of the
 * front page. Immutable.
 *
 * @param folder the folder of the publication's page
 */
public record DirectoryKey(String folder) implements FeedKey {

    static final String START = "directory|";

    static DirectoryKey parse(String text) {
        return new DirectoryKey(text.substring(START.length()));
    }

    @Override
    public String text() {
        return START + folder;
    }
}
