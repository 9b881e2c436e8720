package dev.pressline.local.watch;

import dev.pressline.contract.event.Topics;
import java.util.List;

/**
 * A consumer group of the pipeline with the topics that it reads, in the order of the flow, as the
 * first generation names them.
 */
public enum Step {
    /** Raw records become normalized values. */
    NORMALIZE("normalize", List.of(Topics.RAW)),
    /** Normalized values become jobs. */
    INDEX("render-index", List.of(Topics.NORMALIZED, Topics.FEEDS)),
    /** Jobs become pages and feeds. */
    PRESS("render-press", List.of(Topics.JOBS));

    private final String group;
    private final List<String> topics;

    Step(String group, List<String> topics) {
        this.group = group;
        this.topics = topics;
    }

    /** The consumer group. */
    public String group() {
        return group;
    }

    /** What it reads. */
    public List<String> topics() {
        return topics;
    }
}
