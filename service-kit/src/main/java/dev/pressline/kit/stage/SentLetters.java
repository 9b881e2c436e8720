package dev.pressline.kit.stage;

import java.util.Collection;
import java.util.Set;

/**
 * What a dead-letter queue holds. A stage that ended between sending and committing comes to the
 * same dead letters again, and so does one whose brokers took some of a batch and then fell silent.
 * Thread-safe.
 */
@FunctionalInterface
public interface SentLetters {

    /**
     * The origins of the newest letters on the partitions on which letters with these keys lie.
     * Throws {@link dev.pressline.kit.failure.InfrastructureException} when nobody answers.
     */
    Set<LetterOrigin> near(Collection<String> keys);
}
