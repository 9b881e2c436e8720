package dev.pressline.atproto.pds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.atproto.http.Answer;
import dev.pressline.atproto.http.GuardedHttp;
import dev.pressline.atproto.http.Limits;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Reads from a PDS or a relay without authentication: the head rev, whole repositories, pages of
 * records, proofs, blobs. Blocks; thread-safe.
 *
 * @see <a href="https://docs.bsky.app/docs/category/http-reference">com.atproto.repo and
 *     com.atproto.sync</a>
 */
public final class PdsClient {

    /** The most records that a PDS gives at once. */
    public static final int MAX_PAGE = 100;

    private static final Limits HEAD = new Limits(64 * 1024, Duration.ofSeconds(10));

    private final GuardedHttp http;

    /** Reads through this client. */
    public PdsClient(GuardedHttp http) {
        this.http = http;
    }

    /**
     * The rev of the head of a repository. Take it before listing: what changes meanwhile has a
     * later one.
     */
    public PdsAnswer<Tid> latestRev(HttpUrl pds, Did did) {
        HttpUrl url =
                method(pds, "com.atproto.sync.getLatestCommit")
                        .addQueryParameter("did", did.value())
                        .build();
        return ask(url, HEAD, body -> Tid.parse(object(body).path("rev").asText("")));
    }

    /** The state of a repository at its host. */
    public PdsAnswer<RepoStatus> repoStatus(HttpUrl pds, Did did) {
        HttpUrl url =
                method(pds, "com.atproto.sync.getRepoStatus")
                        .addQueryParameter("did", did.value())
                        .build();
        return ask(url, HEAD, RepoStatus::parse);
    }

    /** The collections that a repository holds records of; names that are no NSID are left out. */
    public PdsAnswer<List<Nsid>> collections(HttpUrl pds, Did did) {
        HttpUrl url =
                method(pds, "com.atproto.repo.describeRepo")
                        .addQueryParameter("repo", did.value())
                        .build();
        return ask(url, Limits.DESCRIPTION, body -> nsids(object(body).path("collections")));
    }

    private static List<Nsid> nsids(JsonNode names) throws IOException {
        if (!names.isArray()) {
            throw new IOException("there is no array /collections");
        }
        List<Nsid> collections = new ArrayList<>();
        for (JsonNode name : names) {
            try {
                collections.add(Nsid.parse(name.asText("")));
            } catch (InvalidIdentifierException e) {
                continue;
            }
        }
        return collections;
    }

    /**
     * What to list.
     *
     * @param did the account
     * @param collection the collection
     * @param cursor where to go on, absent for the beginning
     * @param limit the most records to give, up to {@value PdsClient#MAX_PAGE}
     */
    public record Listing(Did did, Nsid collection, Optional<String> cursor, int limit) {

        /** A listing from the beginning. */
        public static Listing of(Did did, Nsid collection) {
            return new Listing(did, collection, Optional.empty(), MAX_PAGE);
        }

        /** The same from another place on. */
        public Listing after(String newCursor) {
            return new Listing(did, collection, Optional.of(newCursor), MAX_PAGE);
        }

        private Listing halved() {
            return new Listing(did, collection, cursor, limit / 2);
        }
    }

    /**
     * A page of records. A page that is too large is asked for again with half as many records,
     * until one record alone is too large.
     */
    public PdsAnswer<RecordPage> listRecords(HttpUrl pds, Listing listing) {
        HttpUrl.Builder url =
                method(pds, "com.atproto.repo.listRecords")
                        .addQueryParameter("repo", listing.did().value())
                        .addQueryParameter("collection", listing.collection().value())
                        .addQueryParameter("limit", Integer.toString(listing.limit()));
        listing.cursor().ifPresent(value -> url.addQueryParameter("cursor", value));
        Answer answer = http.get(url.build(), Limits.RECORDS);
        return answer instanceof Answer.TooLarge && listing.limit() > 1
                ? listRecords(pds, listing.halved())
                : read(answer, RecordPage::parse);
    }

    /** Makes something of a repository while it arrives. */
    @FunctionalInterface
    public interface CarReader<T> {

        /** Reads the CAR; throws {@link IOException} when it breaks off. */
        T read(InputStream car) throws IOException;
    }

    /**
     * The whole repository as a CAR, handed to {@code reader} as it arrives; at most {@code
     * maxBytes}. What the reader throws and is no {@link IOException} goes to the caller.
     */
    public <T> PdsAnswer<T> repository(HttpUrl pds, Did did, long maxBytes, CarReader<T> reader) {
        HttpUrl url =
                method(pds, "com.atproto.sync.getRepo")
                        .addQueryParameter("did", did.value())
                        .build();
        List<T> made = new ArrayList<>(1);
        Answer answer =
                http.stream(url, Limits.repository(maxBytes), car -> made.add(reader.read(car)));
        return read(answer, body -> made.getFirst());
    }

    /** A CAR of what proves that a repository has a record now, or has none of that address. */
    public PdsAnswer<byte[]> recordProof(HttpUrl pds, AtUri record) {
        HttpUrl url =
                method(pds, "com.atproto.sync.getRecord")
                        .addQueryParameter("did", record.did().value())
                        .addQueryParameter("collection", record.collection().value())
                        .addQueryParameter("rkey", record.rkey().value())
                        .build();
        return ask(url, Limits.PROOF, body -> body);
    }

    /**
     * A page of the repositories that hold records of a collection, as a relay knows them; {@code
     * cursor} is where to go on, absent for the beginning.
     */
    public PdsAnswer<RepoPage> repositories(
            HttpUrl relay, Nsid collection, Optional<String> cursor, int limit) {
        HttpUrl.Builder url =
                method(relay, "com.atproto.sync.listReposByCollection")
                        .addQueryParameter("collection", collection.value())
                        .addQueryParameter("limit", Integer.toString(limit));
        cursor.ifPresent(value -> url.addQueryParameter("cursor", value));
        return ask(url.build(), Limits.DESCRIPTION, RepoPage::parse);
    }

    /** A blob to fetch: whose, which, and how large and how slow it may be. */
    public record BlobRequest(Did did, Cid cid, Limits limits) {}

    /**
     * Writes a blob to a sink and hashes it while it passes. What the sink holds is the blob only
     * when the answer is {@link PdsAnswer.Found}; else it must be thrown away.
     */
    public PdsAnswer<Cid> blob(HttpUrl pds, BlobRequest request, OutputStream sink) {
        HttpUrl url =
                method(pds, "com.atproto.sync.getBlob")
                        .addQueryParameter("did", request.did().value())
                        .addQueryParameter("cid", request.cid().value())
                        .build();
        MessageDigest digest = sha256();
        Answer answer = http.download(url, request.limits(), new DigestOutputStream(sink, digest));
        PdsAnswer<Cid> arrived = read(answer, body -> request.cid());
        boolean isFound = arrived instanceof PdsAnswer.Found;
        return isFound && !MessageDigest.isEqual(digest.digest(), request.cid().digest())
                ? new PdsAnswer.Refused<>("the bytes do not hash to " + request.cid())
                : arrived;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private interface Reader<T> {
        T read(byte[] body) throws IOException;
    }

    private <T> PdsAnswer<T> ask(HttpUrl url, Limits limits, Reader<T> reader) {
        return read(http.get(url, limits), reader);
    }

    private static <T> PdsAnswer<T> read(Answer answer, Reader<T> reader) {
        return switch (answer) {
            case Answer.Answered answered when answered.isOk() -> found(answered.body(), reader);
            case Answer.Answered(int status, String type, byte[] body) ->
                    XrpcError.answer(status, body);
            case Answer.Refused(String why) -> new PdsAnswer.Refused<>(why);
            case Answer.TooLarge large -> new PdsAnswer.Refused<>(large.why());
            case Answer.Unavailable(String why, Optional<Duration> after) ->
                    new PdsAnswer.Unavailable<>(why, after);
        };
    }

    private static <T> PdsAnswer<T> found(byte[] body, Reader<T> reader) {
        try {
            return new PdsAnswer.Found<>(reader.read(body));
        } catch (IOException | InvalidIdentifierException e) {
            return new PdsAnswer.Unavailable<>("the answer is garbage", Optional.empty());
        }
    }

    private static JsonNode object(byte[] body) throws IOException {
        return ContractJson.mapper().readTree(body);
    }

    private static HttpUrl.Builder method(HttpUrl pds, String name) {
        return pds.newBuilder().addPathSegment("xrpc").addPathSegment(name);
    }
}
