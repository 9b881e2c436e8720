package dev.pressline.normalize.pending;

import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.normalize.verification.Standing;
import java.time.Instant;
import java.util.Optional;

/**
 * A record that was put off because its account had used up its allowance: nothing of this version
 * went out yet. Immutable.
 *
 * @param key its key, that of a record of a repository
 * @param partition the partition of its raw record, and of this note
 * @param offset the offset of its raw record
 * @param rev its version
 * @param since when it was put off
 * @param standing how the claim of a publication stood in the version before
 */
public record PutOff(
        String key, int partition, long offset, Tid rev, Instant since, Optional<Standing> standing)
        implements Note {

    /** The account whose record it is. */
    public Did account() {
        return EventKey.parse(key).did();
    }
}
