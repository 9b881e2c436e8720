package dev.pressline.ingest.stream;

import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.InvalidRepoException.Fault;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.commit.SigningKey;
import dev.pressline.atproto.repo.stream.CommitProof;
import dev.pressline.atproto.repo.stream.RepoEvent;
import dev.pressline.atproto.repo.stream.RepoEvents;
import dev.pressline.ingest.row.RejectionReason;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.stream.StreamEvent.Place;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads and proves the messages of {@code com.atproto.sync.subscribeRepos}: every commit of a
 * repository that holds something wanted is signed by its account, changes what it says and nothing
 * else, and follows the one before; where it does not, the repository is doubtful. Throws {@link
 * dev.pressline.kit.failure.InfrastructureException} while nobody can say who signs. Not
 * thread-safe.
 *
 * @see <a href="https://atproto.com/specs/sync">AT Protocol: sync</a>
 */
public final class FirehoseDecoder implements StreamDecoder {

    private final CommitRows commitRows;
    private final SigningKeys keys;
    private final AccountKeys accounts;
    private final RepoHeads heads;

    /**
     * Makes rows with {@code commitRows} of what {@code keys} have signed, and moves {@code heads}
     * on.
     */
    public FirehoseDecoder(CommitRows commitRows, SigningKeys keys, RepoHeads heads) {
        this.heads = heads;
        this.commitRows = commitRows;
        this.keys = keys;
        this.accounts = new AccountKeys(keys);
    }

    @Override
    public StreamEvent decode(StreamMessage message) {
        return switch (message) {
            case StreamMessage.Text text -> new StreamEvent.Nothing();
            case StreamMessage.Binary(byte[] frame) -> frame(frame);
        };
    }

    private StreamEvent frame(byte[] frame) {
        try {
            return event(RepoEvents.parse(frame));
        } catch (InvalidRepoException e) {
            return new StreamEvent.Unreadable(reason(e), String.valueOf(e.getMessage()));
        }
    }

    private static RejectionReason reason(InvalidRepoException e) {
        return e.fault() == Fault.TOO_LARGE ? RejectionReason.TOO_LARGE : RejectionReason.BAD_PROOF;
    }

    private StreamEvent event(RepoEvent event) {
        return switch (event) {
            case RepoEvent.CommitEvent commit -> commit(commit);
            case RepoEvent.SyncEvent sync -> sync(sync);
            case RepoEvent.IdentityEvent identity -> identity(identity);
            case RepoEvent.AccountEvent account -> account(account);
            case RepoEvent.InfoEvent(String name, String text) ->
                    new StreamEvent.Gap(name + ": " + text);
            case RepoEvent.ErrorEvent(String error, String text) ->
                    new StreamEvent.Ended(error, text);
            case RepoEvent.UnknownEvent unknown -> new StreamEvent.Nothing();
        };
    }

    private StreamEvent identity(RepoEvent.IdentityEvent event) {
        keys.forget(event.did());
        return new StreamEvent.IdentityChanged(place(event), event.did(), List.of());
    }

    private StreamEvent account(RepoEvent.AccountEvent event) {
        Row row = AccountRows.of(event.did(), event.active(), event.status(), micros(event));
        return new StreamEvent.AccountChanged(
                place(event), event.did(), event.active(), List.of(row));
    }

    private StreamEvent sync(RepoEvent.SyncEvent event) {
        Optional<RepoHeads.Head> known = heads.of(event.did());
        if (known.isEmpty() || event.rev().compareTo(known.get().rev()) <= 0) {
            return nothing(event);
        }
        return proven(
                event,
                key -> CommitProof.of(event, key),
                proof -> {
                    heads.moveTo(event.did(), head(proof));
                    return head(proof).data().equals(known.get().data())
                            ? nothing(event)
                            : doubtful(event, List.of(), "the repository was reset");
                });
    }

    private StreamEvent commit(RepoEvent.CommitEvent event) {
        Optional<RepoHeads.Head> known = heads.of(event.did());
        boolean isRepeat = known.isPresent() && event.rev().compareTo(known.get().rev()) <= 0;
        boolean isForeign = known.isEmpty() && !commitRows.wants(event);
        if (isRepeat || isForeign) {
            return nothing(event);
        }
        return proven(
                event, key -> CommitProof.of(event, key), proof -> follows(event, known, proof));
    }

    private StreamEvent follows(
            RepoEvent.CommitEvent event, Optional<RepoHeads.Head> known, CommitProof proof) {
        heads.moveTo(event.did(), head(proof));
        CommitRows.Made made = commitRows.of(event, proof);
        Optional<BinaryCid> before = known.map(RepoHeads.Head::data);
        if (before.isPresent() && !proof.previousData().equals(before)) {
            return doubtful(event, made.rows(), "the commit does not follow the one we have");
        }
        return made.isWhole()
                ? new StreamEvent.Rows(place(event), made.rows())
                : doubtful(event, made.rows(), "a record is not in its commit");
    }

    private static RepoHeads.Head head(CommitProof proof) {
        return new RepoHeads.Head(
                proof.snapshot().commit().rev(), proof.snapshot().commit().data());
    }

    private StreamEvent proven(
            RepoEvent.Sequenced event,
            Function<SigningKey, CommitProof> prove,
            Function<CommitProof, StreamEvent> then) {
        CommitProof proof;
        try {
            proof = accounts.prove(event.did(), prove);
        } catch (InvalidRepoException e) {
            return rejected(event, e);
        }
        return then.apply(proof);
    }

    /** What cannot be proven is not taken, and what we have is to be read anew. */
    private StreamEvent rejected(RepoEvent.Sequenced event, InvalidRepoException e) {
        heads.forget(event.did());
        String why = e.fault() + ": " + e.getMessage();
        Row row = new Row.Rejected(reason(e), "/blocks", why);
        return doubtful(event, List.of(row), why);
    }

    private static StreamEvent nothing(RepoEvent.Sequenced event) {
        return new StreamEvent.Rows(place(event), List.of());
    }

    private static StreamEvent doubtful(RepoEvent.Sequenced event, List<Row> rows, String why) {
        return new StreamEvent.Doubtful(place(event), event.did(), rows, why);
    }

    private static Place place(RepoEvent.Sequenced event) {
        return new Place(event.seq(), micros(event));
    }

    private static long micros(RepoEvent.Sequenced event) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, event.time());
    }
}
