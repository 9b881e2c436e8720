package dev.pressline.contract.event;

import dev.pressline.contract.identifier.Tid;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether an event may replace what is known of a record: the last write wins, whatever the
 * order of arrival, and of a put and a delete with the same rev the delete wins. Pure.
 */
public final class VersionGuard {

    /** How far ahead of our clock a rev may be. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private VersionGuard() {}

    /** The version of a record; outlives its tombstone. */
    public record Version(Tid rev, boolean deleted) {}

    /** What to do with an event. */
    public enum Verdict {
        /** It replaces what is known. */
        NEWER,
        /** It repeats what is known: doing it again is harmless. */
        SAME,
        /** Something newer is known: drop it. */
        STALE
    }

    /** Compares an arriving version with the known one. */
    public static Verdict compare(Optional<Version> known, Version arriving) {
        if (known.isEmpty()) {
            return Verdict.NEWER;
        }
        int order = arriving.rev().compareTo(known.get().rev());
        if (order == 0) {
            order = Boolean.compare(arriving.deleted(), known.get().deleted());
        }
        return order > 0 ? Verdict.NEWER : order == 0 ? Verdict.SAME : Verdict.STALE;
    }

    /**
     * Whether a rev lies further ahead of {@code now} than clocks differ: such an event would pin
     * its record for ever.
     */
    public static boolean isFromTheFuture(Tid rev, Instant now) {
        return rev.instant().isAfter(now.plus(CLOCK_TOLERANCE));
    }
}
