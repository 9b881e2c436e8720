package dev.pressline.kit.watch;

import java.util.List;

/**
 * A consumer group whose progress is shown; a bean of the service that is in it. Names are those of
 * the first generation. Immutable.
 *
 * @param stage what it is called in metrics
 * @param group its id
 * @param topics what it reads
 */
public record WatchedGroup(String stage, String group, List<String> topics) {

    /** Takes a copy. */
    public WatchedGroup {
        topics = List.copyOf(topics);
    }
}
