package dev.pressline.local.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.ServiceHttp;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The HTTP interface of ingest, as a client with its token. Failures that may pass are tried again
 * for two minutes; others are a {@link LaunchException}. Thread-safe.
 */
public final class IngestClient implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(15);
    private static final int ATTEMPTS = 30;
    private static final int MAX_REPOS = 5_000;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final String authorization;
    private final HttpClient http = ServiceHttp.client(CONNECT);

    /** Speaks to the ingest service at {@code base}. */
    public IngestClient(URI base, String token) {
        this.base = base;
        this.authorization = "Bearer " + token;
    }

    /** Hands in one record, whatever it is. */
    public Answer record(byte[] record, String source) {
        return records(record, "application/json", source);
    }

    /** Hands in lines, each of them a record. */
    public Answer lines(byte[] lines, String source) {
        return records(lines, "application/x-ndjson", source);
    }

    /** Hands in the repository in a CAR file; throws {@link IOException} without one. */
    public Answer repository(Path car, String source) throws IOException {
        String type = "application/vnd.ipld.car";
        return read(
                exchange(posting(records(source), type, BodyPublishers.ofFile(car))), Answer.class);
    }

    private Answer records(byte[] body, String type, String source) {
        return read(post(records(source), type, body), Answer.class);
    }

    private static String records(String source) {
        String name = URLEncoder.encode(source, StandardCharsets.UTF_8);
        return "/records?origin=import&source=" + name;
    }

    /** Begins backfills of the repositories of handles or DIDs; returns their ids. */
    public List<String> beginBackfills(List<String> repos) {
        List<String> ids = new ArrayList<>();
        for (int from = 0; from < repos.size(); from += MAX_REPOS) {
            List<String> some = repos.subList(from, Math.min(repos.size(), from + MAX_REPOS));
            byte[] body = write(Map.of("repos", some));
            read(post("/backfills", "application/json", body), JsonNode.class)
                    .path("ids")
                    .forEach(id -> ids.add(id.asText()));
        }
        return ids;
    }

    /** Begins one; returns its id. */
    public String beginBackfill(String repo) {
        return beginBackfills(List.of(repo)).getFirst();
    }

    /** How far all backfills are, in sum. */
    public JsonNode backfillProgress() {
        URI progress = base.resolve("/backfills/progress");
        return read(exchange(HttpRequest.newBuilder(progress).build()), JsonNode.class);
    }

    /** Where every backfill stands. */
    public JsonNode backfills() {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/backfills")).build();
        return read(exchange(request), JsonNode.class);
    }

    private HttpResponse<byte[]> post(String path, String type, byte[] body) {
        return exchange(posting(path, type, BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest posting(String path, String type, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER)
                .header("Authorization", authorization)
                .header("Content-Type", type)
                .POST(body)
                .build();
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
                if (!mayPass(response.statusCode()) || attempt == ATTEMPTS) {
                    return accepted(response);
                }
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new LaunchException("ingest at " + base + " does not answer", e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            pause = rest(pause);
        }
    }

    private static boolean mayPass(int status) {
        return status == 429 || status >= 500;
    }

    private static HttpResponse<byte[]> accepted(HttpResponse<byte[]> response) {
        return switch (response.statusCode()) {
            case 200, 202 -> response;
            case 401 ->
                    throw new LaunchException(
                            "ingest refuses the token: another pipeline may be running there");
            default ->
                    throw new LaunchException(
                            "ingest answers "
                                    + response.statusCode()
                                    + ": "
                                    + new String(response.body(), StandardCharsets.UTF_8));
        };
    }

    private static Duration rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private static LaunchException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new LaunchException("interrupted while ingest was answering", cause);
    }

    private static byte[] write(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new LaunchException("a request cannot be written", e);
        }
    }

    private static <T> T read(HttpResponse<byte[]> response, Class<T> type) {
        try {
            return JSON.readValue(response.body(), type);
        } catch (IOException e) {
            throw new LaunchException("ingest's answer is unreadable", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
