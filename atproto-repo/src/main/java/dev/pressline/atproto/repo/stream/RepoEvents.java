package dev.pressline.atproto.repo.stream;

import static dev.pressline.atproto.repo.InvalidRepoException.malformed;

import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.InvalidRepoException.Fault;
import dev.pressline.atproto.repo.cbor.CborFields;
import dev.pressline.atproto.repo.cbor.CborReader;
import dev.pressline.atproto.repo.mst.MstKey;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Tid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * Reads the frames of {@code subscribeRepos}: a header and a body of DAG-CBOR in one binary
 * message. Stateless.
 *
 * @see <a href="https://atproto.com/specs/event-stream">AT Protocol: event stream</a>
 */
public final class RepoEvents {

    /** The largest frame, in bytes. */
    public static final int MAX_FRAME = 5_000_000;

    /** The most operations of a commit. */
    public static final int MAX_OPS = 200;

    private static final int MESSAGE = 1;
    private static final int ERROR = -1;

    private RepoEvents() {}

    /** Reads a frame; throws {@link InvalidRepoException} for what is none. */
    public static RepoEvent parse(byte[] frame) {
        if (frame.length > MAX_FRAME) {
            throw new InvalidRepoException(
                    Fault.TOO_LARGE, "a frame of " + frame.length + " bytes");
        }
        CborReader reader = new CborReader(frame);
        CborFields header = CborFields.read(reader);
        CborFields body = CborFields.read(reader);
        reader.end();
        try {
            return event(header, body);
        } catch (InvalidIdentifierException e) {
            throw malformed("a frame's " + e.getMessage());
        }
    }

    private static RepoEvent event(CborFields header, CborFields body) {
        long op = header.integer("op");
        if (op == ERROR) {
            return new RepoEvent.ErrorEvent(
                    body.text("error"), body.optionalText("message").orElse(""));
        }
        String type = header.optionalText("t").orElse("");
        return op == MESSAGE ? message(type, body) : new RepoEvent.UnknownEvent("op " + op);
    }

    private static RepoEvent message(String type, CborFields body) {
        return switch (type) {
            case "#commit" -> commit(body);
            case "#sync" ->
                    new RepoEvent.SyncEvent(
                            seq(body),
                            did(body, "did"),
                            rev(body),
                            body.byteString("blocks"),
                            time(body));
            case "#identity" ->
                    new RepoEvent.IdentityEvent(seq(body), did(body, "did"), time(body));
            case "#account" ->
                    new RepoEvent.AccountEvent(
                            seq(body),
                            did(body, "did"),
                            body.bool("active"),
                            body.optionalText("status").orElse(""),
                            time(body));
            case "#info" ->
                    new RepoEvent.InfoEvent(
                            body.text("name"), body.optionalText("message").orElse(""));
            default -> new RepoEvent.UnknownEvent(type);
        };
    }

    private static RepoEvent commit(CborFields body) {
        List<CborFields> ops = body.maps("ops");
        if (ops.size() > MAX_OPS) {
            throw new InvalidRepoException(
                    Fault.TOO_LARGE, "a commit of " + ops.size() + " operations");
        }
        return new RepoEvent.CommitEvent(
                seq(body),
                did(body, "repo"),
                rev(body),
                body.optionalText("since").map(Tid::parse),
                body.link("commit"),
                body.byteString("blocks"),
                ops.stream().map(RepoEvents::op).toList(),
                body.optionalLink("prevData"),
                time(body));
    }

    private static RepoOp op(CborFields op) {
        MstKey path = MstKey.of(op.text("path").getBytes(StandardCharsets.UTF_8));
        String action = op.text("action");
        return switch (action) {
            case "create" -> new RepoOp.Create(path, op.link("cid"));
            case "update" -> new RepoOp.Update(path, op.link("cid"), op.optionalLink("prev"));
            case "delete" -> new RepoOp.Delete(path, op.optionalLink("prev"));
            default -> throw malformed("an operation " + action);
        };
    }

    private static long seq(CborFields body) {
        long seq = body.integer("seq");
        if (seq < 1) {
            throw malformed("a message with seq " + seq);
        }
        return seq;
    }

    private static Instant time(CborFields body) {
        try {
            return body.optionalText("time").map(Instant::parse).orElse(Instant.EPOCH);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    private static Did did(CborFields body, String field) {
        return Did.parse(body.text(field));
    }

    private static Tid rev(CborFields body) {
        return Tid.parse(body.text("rev"));
    }
}
