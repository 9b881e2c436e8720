package dev.pressline.normalize.pending;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.normalize.event.Outlook;
import dev.pressline.normalize.event.Outlook.Rhythm;
import dev.pressline.normalize.verification.Standing;
import java.time.Instant;
import java.util.Optional;

/**
 * A record that is to be looked at again: a value of {@code pressline.pending.v1}. Immutable.
 *
 * @param partition the partition of its raw record, and of this note
 * @param offset the offset of its raw record
 * @param rev the version that went out
 * @param since when it first went out so
 * @param round how often it was looked at again in vain
 * @param state the {@link Outlook#state()} that went out, which tells whether anything has changed
 * @param rhythm when to look again; absent in notes of earlier versions, which means soon
 * @param standing how the claim of a publication to its URL stands
 */
public record PendingDocument(
        int partition,
        long offset,
        Tid rev,
        Instant since,
        int round,
        @JsonAlias("blobs") int state,
        Optional<Rhythm> rhythm,
        Optional<Standing> standing)
        implements Note {

    /** A record that has just gone out. */
    static PendingDocument of(Handled record, Outlook outlook, Instant now) {
        return new PendingDocument(
                record.partition(),
                record.offset(),
                record.rev(),
                now,
                0,
                outlook.state(),
                Optional.of(outlook.rhythm()),
                outlook.standing());
    }

    /** Whether nothing is missing, so that it is looked at once a day. */
    boolean daily() {
        return rhythm.equals(Optional.of(Rhythm.DAILY));
    }

    /** The same after one more look. */
    PendingDocument lookedAt(Outlook now) {
        boolean isNewlyMissing = daily() && now.rhythm() == Rhythm.SOON;
        return new PendingDocument(
                partition,
                offset,
                rev,
                since,
                isNewlyMissing ? 0 : round + 1,
                now.state(),
                Optional.of(now.rhythm()),
                now.standing());
    }
}
