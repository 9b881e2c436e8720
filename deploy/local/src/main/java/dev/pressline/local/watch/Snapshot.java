package dev.pressline.local.watch;

import dev.pressline.contract.event.Topics;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a pipeline was doing at one moment. Immutable.
 *
 * @param written records ever written to each topic, by the name it has in the first generation; of
 *     those that the index writes in transactions, but dead letters, with a mark for each
 *     transaction
 * @param lags records that each step has not finished, those included that it has put off
 * @param pending work that a service holds outside of topics: feeds to be printed, blobs to be
 *     fetched; empty when the services did not say
 */
public record Snapshot(Map<String, Long> written, Map<Step, Long> lags, OptionalLong pending) {

    /** Takes copies. */
    public Snapshot {
        written = Map.copyOf(written);
        lags = Map.copyOf(lags);
    }

    /** Whether nothing is left to do, as far as one moment can tell. */
    public boolean idle() {
        return remaining() == 0 && pending.isPresent() && pending.getAsLong() == 0;
    }

    /** Records that some step has not finished. */
    public long remaining() {
        return lags.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Records ever written to a topic. */
    public long written(String topic) {
        return written.getOrDefault(topic, 0L);
    }

    /** Dead letters of all steps. */
    public long deadLetters() {
        return Topics.DEAD_LETTERS.stream().mapToLong(this::written).sum();
    }
}
