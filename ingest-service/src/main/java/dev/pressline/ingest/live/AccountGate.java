package dev.pressline.ingest.live;

import dev.pressline.ingest.repos.KnownRepos;
import dev.pressline.ingest.stream.StreamEvent.AccountChanged;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets events of accounts through only of those that hold something wanted, out of a stream that
 * tells of every account of the network. One that is not known here is held until it is sure that
 * no other replica knows it either. Used by one thread.
 */
final class AccountGate {

    private static final int MAX_HELD = 1_000;

    private final KnownRepos known;
    private final boolean isOpen;
    private final List<Held> held = new ArrayList<>();

    /** An event that waits, with the bytes of its message. */
    record Held(AccountChanged event, byte[] message) {}

    /** Lets known accounts through, or, when it is open, all. */
    AccountGate(KnownRepos known, boolean isOpen) {
        this.known = known;
        this.isOpen = isOpen;
    }

    /** Whether an event may pass at once; else it is held. */
    boolean passes(AccountChanged event, byte[] message) {
        boolean passes = isOpen || known.contains(event.did());
        if (!passes) {
            held.add(new Held(event, message));
        }
        return passes;
    }

    /** How many are held. */
    int held() {
        return held.size();
    }

    /** Whether so many are held that they are to be decided on. */
    boolean isFull() {
        return held.size() >= MAX_HELD;
    }

    /** Those held events that may pass after all; none are held any more. */
    List<Held> decide() {
        if (held.isEmpty()) {
            return List.of();
        }
        known.catchUp();
        List<Held> passing =
                held.stream().filter(each -> known.contains(each.event().did())).toList();
        held.clear();
        return passing;
    }
}
