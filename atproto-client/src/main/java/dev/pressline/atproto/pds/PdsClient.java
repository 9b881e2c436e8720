package dev.pressline.atproto.pds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.atproto.http.Answer;
import dev.pressline.atproto.http.GuardedHttp;
import dev.pressline.atproto.http.Limits;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Reads from a PDS without authentication: the head rev, pages of records, blobs. Thread-safe.
 *
 * @see <a href="https://docs.bsky.app/docs/category/http-reference">com.atproto.repo and
 *     com.atproto.sync</a>
 */
public final class PdsClient {

    private static final int PAGE = 100;

    private final GuardedHttp http;

    /** Reads through this client. */
    public PdsClient(GuardedHttp http) {
        this.http = http;
    }

    /** One record as listed; {@code cid} as claimed, absent when unreadable. */
    public record ListedRecord(String uri, Optional<Cid> cid, JsonNode value) {}

    /** A page of records; the end is a page without records. */
    public record Page(List<ListedRecord> records, Optional<String> cursor) {}

    /**
     * The rev of the head of a repository. Take it before listing: what changes meanwhile has a
     * later one.
     */
    public PdsAnswer<Tid> latestRev(HttpUrl pds, Did did) {
        HttpUrl url =
                method(pds, "com.atproto.sync.getLatestCommit")
                        .addQueryParameter("did", did.value())
                        .build();
        return json(url, Limits.DID_DOCUMENT, json -> Tid.parse(json.path("rev").asText("")));
    }

    /** The page of records of a collection after {@code cursor}. */
    public PdsAnswer<Page> listRecords(
            HttpUrl pds, Did did, Nsid collection, Optional<String> cursor) {
        HttpUrl.Builder url =
                method(pds, "com.atproto.repo.listRecords")
                        .addQueryParameter("repo", did.value())
                        .addQueryParameter("collection", collection.value())
                        .addQueryParameter("limit", Integer.toString(PAGE));
        cursor.ifPresent(value -> url.addQueryParameter("cursor", value));
        return json(url.build(), Limits.RECORDS, PdsClient::page);
    }

    private static Page page(JsonNode json) {
        if (!json.path("records").isArray()) {
            throw new IllegalArgumentException("/records is not an array");
        }
        List<ListedRecord> records = new ArrayList<>();
        for (JsonNode record : json.path("records")) {
            records.add(
                    new ListedRecord(
                            record.path("uri").asText(""), cid(record), record.path("value")));
        }
        return new Page(records, Optional.ofNullable(json.path("cursor").textValue()));
    }

    private static Optional<Cid> cid(JsonNode record) {
        try {
            return Optional.of(Cid.parse(record.path("cid").asText("")));
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }

    /** A blob whose bytes equal its CID, at most {@code maxBytes} of them. */
    public PdsAnswer<byte[]> blob(HttpUrl pds, Did did, Cid cid, long maxBytes) {
        HttpUrl url =
                method(pds, "com.atproto.sync.getBlob")
                        .addQueryParameter("did", did.value())
                        .addQueryParameter("cid", cid.value())
                        .build();
        return switch (http.get(url, new Limits(maxBytes, Duration.ofSeconds(30)))) {
            case Answer.Answered answered when answered.isOk() -> verified(cid, answered.body());
            case Answer.Answered(int status, String type, byte[] body) ->
                    new PdsAnswer.NotThere<>("status " + status);
            case Answer.Refused(String why) -> new PdsAnswer.Refused<>(why);
            case Answer.Unavailable(String why, Optional<Duration> after) ->
                    new PdsAnswer.Unavailable<>(why, after);
        };
    }

    private static PdsAnswer<byte[]> verified(Cid cid, byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return MessageDigest.isEqual(digest, cid.digest())
                    ? new PdsAnswer.Found<>(bytes)
                    : new PdsAnswer.Refused<>("the bytes do not hash to " + cid);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private interface Reader<T> {
        T read(JsonNode json);
    }

    private <T> PdsAnswer<T> json(HttpUrl url, Limits limits, Reader<T> reader) {
        return switch (http.get(url, limits)) {
            case Answer.Answered answered when answered.isOk() -> parse(answered.body(), reader);
            case Answer.Answered(int status, String type, byte[] body) ->
                    new PdsAnswer.NotThere<>(error(status, body));
            case Answer.Refused(String why) -> new PdsAnswer.Refused<>(why);
            case Answer.Unavailable(String why, Optional<Duration> after) ->
                    new PdsAnswer.Unavailable<>(why, after);
        };
    }

    private static <T> PdsAnswer<T> parse(byte[] body, Reader<T> reader) {
        try {
            return new PdsAnswer.Found<>(reader.read(ContractJson.mapper().readTree(body)));
        } catch (IOException | IllegalArgumentException e) {
            return new PdsAnswer.Unavailable<>(
                    "the answer is not what was asked for: " + e.getMessage(), Optional.empty());
        }
    }

    private static String error(int status, byte[] body) {
        try {
            return status + " " + ContractJson.mapper().readTree(body).path("error").asText("");
        } catch (IOException e) {
            return Integer.toString(status);
        }
    }

    private static HttpUrl.Builder method(HttpUrl pds, String name) {
        return pds.newBuilder().addPathSegment("xrpc").addPathSegment(name);
    }
}
