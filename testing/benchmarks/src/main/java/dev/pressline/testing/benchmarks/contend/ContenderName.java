package dev.pressline.testing.benchmarks.contend;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The contenders by name. */
public enum ContenderName {
    /** One process: consume, parse, render the simplest page, put. */
    BARE,
    /** One message at a time through SmallRye, and the whole feed by ROME for each document. */
    NAIVE,
    /** The three services. */
    PRESSLINE;

    /**
     * Starts it on an empty directory and returns when it is ready; {@code environment} goes to the
     * services of Pressline, for experiments.
     */
    public Contender start(Path directory, Map<String, String> environment) {
        return switch (this) {
            case BARE -> TopicContender.bare(directory);
            case NAIVE -> TopicContender.naive(directory);
            case PRESSLINE -> Pressline.start(directory, environment);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
