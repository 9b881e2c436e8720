package dev.pressline.ingest.cursor;

/**
 * The right of one replica to move the cursor of a source. Each that takes the source over claims a
 * higher epoch than the topic holds. Immutable.
 *
 * @param epoch counts from 1; 0 where nobody claimed
 * @param replica which replica, a name that no two share
 */
public record Claim(long epoch, String replica) {

    /** What a cursor holds that nobody claimed. */
    public static final Claim NONE = new Claim(0, "");

    /** The claim with which {@code successor} takes over from this one. */
    public Claim next(String successor) {
        return new Claim(epoch + 1, successor);
    }

    /**
     * Whether a cursor of {@code other}, written later, counts: only one of the same replica or of
     * a higher epoch does. Of two replicas that claim the same epoch the first to write has it.
     */
    public boolean yieldsTo(Claim other) {
        return other.epoch > epoch || other.equals(this);
    }
}
