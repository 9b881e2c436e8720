package dev.pressline.atproto.repo.stream;

import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message of {@code subscribeRepos}. Nothing in it is believed yet. Immutable.
 *
 * @see <a href="https://atproto.com/specs/sync#firehose">AT Protocol: firehose</a>
 */
public sealed interface RepoEvent {

    /** A message that has a place in the stream. */
    sealed interface Sequenced extends RepoEvent {

        /** Its place, rising, with holes. */
        long seq();

        /** Whose account it is about. */
        Did did();

        /** When the host sent it, by its own clock; 1970 where it does not say. */
        Instant time();
    }

    /**
     * A commit with the blocks that prove it.
     *
     * @param seq its place
     * @param did whose repository changed
     * @param rev its version now
     * @param since its version before, absent for the first
     * @param commit the CID of the commit
     * @param blocks a CAR
     * @param ops what changed
     * @param prevData the root of the tree before, absent for the first and from old servers
     * @param time when the host sent it
     */
    record CommitEvent(
            long seq,
            Did did,
            Tid rev,
            Optional<Tid> since,
            BinaryCid commit,
            byte[] blocks,
            List<RepoOp> ops,
            Optional<BinaryCid> prevData,
            Instant time)
            implements Sequenced {}

    /**
     * The state of a repository without what changed: everything may have.
     *
     * @param seq its place
     * @param did whose repository
     * @param rev its version now
     * @param blocks a CAR of the commit alone
     * @param time when the host sent it
     */
    record SyncEvent(long seq, Did did, Tid rev, byte[] blocks, Instant time)
            implements Sequenced {}

    /** Handle, keys or PDS of an account may have changed. */
    record IdentityEvent(long seq, Did did, Instant time) implements Sequenced {}

    /**
     * The state of an account at the host that says so.
     *
     * @param seq its place
     * @param did whose
     * @param active whether its content is to be shown
     * @param status why not, as the host spells it, empty where it does not say
     * @param time when the host sent it
     */
    record AccountEvent(long seq, Did did, boolean active, String status, Instant time)
            implements Sequenced {}

    /** Something about the stream itself, such as {@code OutdatedCursor}. */
    record InfoEvent(String name, String message) implements RepoEvent {}

    /** The stream ends, and why, such as {@code FutureCursor}. */
    record ErrorEvent(String error, String message) implements RepoEvent {}

    /** A kind of message that we do not know, to be passed over. */
    record UnknownEvent(String type) implements RepoEvent {}
}
