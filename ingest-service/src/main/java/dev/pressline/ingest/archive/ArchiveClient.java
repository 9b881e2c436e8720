package dev.pressline.ingest.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.failure.InfrastructureException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Asks a Jetstream for its archive. Throws {@link InfrastructureException} while it does not answer
 * as it should. Blocks; thread-safe.
 */
public final class ArchiveClient {

    private static final String NAMESPACE = "/xrpc/network.bsky.jetstream.";
    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(2);
    private static final long MAX_PLAN = 64L * 1024 * 1024;
    private static final int OK = 200;
    private static final int PARTIAL = 206;

    private final OkHttpClient client;
    private final HttpUrl url;
    private final List<String> collections;

    /** Asks {@code url} for these collections: NSIDs, or prefixes ending in {@code .*}. */
    public ArchiveClient(OkHttpClient client, HttpUrl url, List<String> collections) {
        this.client = client.newBuilder().callTimeout(PATIENCE).build();
        this.url = url;
        this.collections = List.copyOf(collections);
    }

    /** What to read of one segment: some of its blocks, or all where {@code blocks} is empty. */
    record Part(String name, List<Blocks> blocks) {}

    /** Blocks by number, both ends included. */
    record Blocks(int first, int last) {}

    /**
     * A plan.
     *
     * @param through the seq that it covers
     * @param sealed the seq that the archive reaches; what is later is live
     * @param parts what to read, in order
     */
    record Plan(long through, long sealed, List<Part> parts) {}

    /** The bytes of a part of a file, and which version of the file they are of. */
    record Piece(byte[] bytes, String tag) {}

    /**
     * What to read of the events behind {@code after}, up to {@code before}; 0 for all there is.
     */
    Plan plan(long after, long before) {
        ObjectNode question = ContractJson.mapper().createObjectNode().put("afterSeq", after);
        if (before > 0) {
            question.put("beforeSeq", before);
        }
        collections.forEach(question.putArray("collections")::add);
        Request request =
                new Request.Builder()
                        .url(endpoint("planSnapshot").build())
                        .post(RequestBody.create(question.toString(), JSON))
                        .build();
        try (Response response = client.newCall(request).execute()) {
            byte[] body = response.peekBody(MAX_PLAN).bytes();
            if (response.code() != OK) {
                throw unavailable("planSnapshot", response.code());
            }
            return plan(ContractJson.mapper().readTree(body));
        } catch (IOException e) {
            throw new InfrastructureException("planSnapshot: " + e.getMessage(), e);
        }
    }

    private static Plan plan(JsonNode json) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode segment : json.path("segments")) {
            List<Blocks> blocks = new ArrayList<>();
            for (JsonNode run : segment.path("blocks")) {
                blocks.add(new Blocks(run.path("first").asInt(), run.path("last").asInt()));
            }
            parts.add(new Part(segment.path("name").asText(""), blocks));
        }
        long through = json.path("plannedThroughSeq").asLong(-1);
        long sealed = json.path("sealedTipSeq").asLong(-1);
        if (through < 0 || sealed < 0) {
            throw new InvalidArchiveException("a plan without plannedThroughSeq or sealedTipSeq");
        }
        return new Plan(through, sealed, parts);
    }

    /**
     * Bytes of a segment. Throws {@link SegmentChangedException} when the file is no longer that of
     * {@code tag}, which is empty at first.
     */
    Piece piece(String segment, long offset, int length, String tag) {
        HttpUrl file = endpoint("getSegment").addQueryParameter("name", segment).build();
        Request.Builder request =
                new Request.Builder()
                        .url(file)
                        .header("Range", "bytes=" + offset + '-' + (offset + length - 1));
        if (!tag.isEmpty()) {
            request.header("If-Range", tag);
        }
        try (Response response = client.newCall(request.build()).execute()) {
            if (response.code() == OK && !tag.isEmpty()) {
                throw new SegmentChangedException(segment);
            }
            if (response.code() != PARTIAL) {
                throw unavailable("getSegment " + segment, response.code());
            }
            byte[] bytes = response.peekBody(length).bytes();
            if (bytes.length != length) {
                throw new InfrastructureException(segment + " broke off", ASK_AGAIN);
            }
            return new Piece(bytes, response.header("ETag", ""));
        } catch (IOException e) {
            throw new InfrastructureException(segment + ": " + e.getMessage(), e);
        }
    }

    private HttpUrl.Builder endpoint(String method) {
        return url.newBuilder().encodedPath(NAMESPACE + method);
    }

    private static InfrastructureException unavailable(String what, int status) {
        return new InfrastructureException(what + " answers " + status, ASK_AGAIN);
    }
}
