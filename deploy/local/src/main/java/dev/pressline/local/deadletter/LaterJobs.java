package dev.pressline.local.deadletter;

import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.local.watch.KafkaAccess;
import dev.pressline.local.watch.TopicReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The last job of each page. Records bear versions, so that an old one does no harm; a job does
 * not: an old one would print an old page over a newer. Not thread-safe.
 */
final class LaterJobs {

    private final String topic;
    private final Map<String, Long> last = new HashMap<>();

    private LaterJobs(String topic) {
        this.topic = topic;
    }

    /** Reads the keys of all jobs of a generation. */
    static LaterJobs read(KafkaAccess kafka, Generation generation) {
        LaterJobs jobs = new LaterJobs(generation.topic(Topics.JOBS));
        TopicReader.read(
                kafka,
                List.of(jobs.topic),
                job -> jobs.last.put(job.partition() + "/" + job.key(), job.offset()));
        return jobs;
    }

    /** Whether a dead letter is a job that a later one of the same page has replaced. */
    boolean supersede(DeadLetter letter) {
        return letter.origin()
                .filter(origin -> origin.topic().equals(topic))
                .map(
                        origin ->
                                last.getOrDefault(origin.partition() + "/" + letter.key(), -1L)
                                        > origin.offset())
                .orElse(false);
    }
}
