package dev.pressline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.contract.event.Topics;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(RecordsResourceTest.WithToken.class)
class RecordsResourceTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URI base;

    @Inject FakeKafka kafka;

    /** A service with a token and a Tap's password, whose broker is nowhere. */
    public static final class WithToken implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "pressline.ingest.push-token", "secret",
                    "pressline.ingest.tap-webhook-password", "tap-secret",
                    "quarkus.http.test-port", "0",
                    "quarkus.management.test-port", "0",
                    "kafka.bootstrap.servers", "localhost:1",
                    "pressline.store.endpoint", "http://localhost:1",
                    "quarkus.log.console.json.enabled", "false");
        }
    }

    /** A stream of so many equal lines, made while it is read. */
    private static final class ManyLines extends InputStream {
        private final byte[] line;
        private long left;
        private int at;

        ManyLines(String line, long count) {
            this.line = (line + '\n').getBytes(java.nio.charset.StandardCharsets.UTF_8);
            this.left = count;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            int b = line[at] & 0xff;
            at = (at + 1) % line.length;
            left -= at == 0 ? 1 : 0;
            return b;
        }
    }

    @BeforeEach
    void forget() {
        kafka.producer().clear();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        return Answers.to(request, HTTP);
    }

    private HttpRequest.Builder to(String path, String type) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", type);
    }

    private HttpResponse<String> post(String path, String type, String body) {
        return send(
                to(path, type)
                        .header("Authorization", "Bearer secret")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }

    private long published(String topic) {
        return kafka.producer().history().stream().filter(e -> e.topic().equals(topic)).count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer", "Bearer wrong", "Bearer secrets", "secret", "Basic c2VjcmV0"})
    void caller_withoutTheToken_isTurnedAway(String authorization) {
        for (String path : new String[] {"records", "backfills"}) {
            // When
            HttpResponse<String> response =
                    send(
                            to(path, JSON)
                                    .header("Authorization", authorization)
                                    .POST(BodyPublishers.ofString("{\"title\":\"T\"}"))
                                    .build());

            // Then
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        }
        assertThat(kafka.producer().history()).isEmpty();
    }

    @Test
    void caller_withoutAnyHeader_isTurnedAway() {
        assertThat(
                        send(to("records", JSON).POST(BodyPublishers.ofString("{}")).build())
                                .statusCode())
                .isEqualTo(401);
    }

    @Test
    void record_pushed_isAcceptedAndPublished() throws IOException {
        // When
        HttpResponse<String> response = post("records", JSON, "{\n\"title\":\n\"T\"}");

        // Then
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).path("accepted").asLong()).isEqualTo(1);
        assertThat(json(response).path("rejected").size()).isZero();
        assertThat(published(Topics.RAW)).isEqualTo(1);
    }

    @Test
    void rows_pushed_areReportedByLine() throws IOException {
        // When
        HttpResponse<String> response =
                post("records", NDJSON, "{\"title\":\"T\"}\n\n{\n{\"$type\":\"a.b.c\"}\n[]");

        // Then
        JsonNode answer = json(response);
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(answer.path("accepted").asLong()).isEqualTo(1);
        assertThat(answer.path("skipped").asLong()).isEqualTo(1);
        assertThat(answer.path("deadLettered").asLong()).isZero();
        assertThat(answer.path("rejected").findValuesAsText("line")).containsExactly("3", "5");
        assertThat(answer.path("rejected").findValuesAsText("reason"))
                .containsExactly("not-json", "not-an-object");
        assertThat(published(Topics.deadLetters(Topics.RAW, "ingest"))).isZero();
    }

    @Test
    void rows_imported_areDeadLetteredWhenTheyAreNone() throws IOException {
        // When
        HttpResponse<String> response = post("records?origin=import&source=x", NDJSON, "{\n[]");

        // Then
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).path("deadLettered").asLong()).isEqualTo(2);
        assertThat(published(Topics.deadLetters(Topics.RAW, "ingest"))).isEqualTo(2);
    }

    @Test
    void push_ofNothingUseful_isABadRequest() throws IOException {
        // When
        HttpResponse<String> response = post("records", JSON, "nonsense");

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("rejected").path(0).path("reason").asText())
                .isEqualTo("not-json");
    }

    @Test
    void record_ofTenMegabytes_isRejectedAsTooLarge() throws IOException {
        // When
        HttpResponse<String> response =
                post(
                        "records",
                        NDJSON,
                        "{\"title\":\"" + "x".repeat(10_000_000) + "\"}\n{\"title\":\"T\"}");

        // Then
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).path("rejected").path(0).path("reason").asText())
                .isEqualTo("too-large");
        assertThat(json(response).path("accepted").asLong()).isEqualTo(1);
    }

    @Test
    void rows_byTheHundredThousand_areTakenAsAStream() throws IOException {
        // Given
        String line = "{\"$type\":\"a.b.c\",\"text\":\"" + "x".repeat(300) + "\"}";

        // When
        HttpResponse<String> response =
                send(
                        to("records", NDJSON)
                                .header("Authorization", "Bearer secret")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ManyLines(line, 100_000)))
                                .build());

        // Then
        assertThat(json(response).path("skipped").asLong()).isEqualTo(100_000);
    }

    @Test
    void origin_thatAPushCannotHave_isABadRequest() {
        assertThat(post("records?origin=live", JSON, "{\"title\":\"T\"}").statusCode())
                .isEqualTo(400);
        assertThat(post("records?origin=x", JSON, "{\"title\":\"T\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void body_ofAnotherType_isNotTaken() {
        assertThat(post("records", "text/plain", "{}").statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"repo\":null}",
                "{\"repo\":\"nonsense\"}",
                "{\"repo\":\"did:x\"}",
                "{\"repos\":[]}",
                "{\"repos\":[\"did:web:a.invalid\",null]}",
                "null"
            })
    void backfill_ofNoRepo_isABadRequest(String body) {
        assertThat(post("backfills", JSON, body).statusCode()).isEqualTo(400);
    }

    @Test
    void backfill_begun_isNamedAndShown() throws IOException {
        // When
        HttpResponse<String> response = post("backfills", JSON, "{\"repo\":\"did:web:a.invalid\"}");

        // Then
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).path("id").asText()).isEqualTo("did:web:a.invalid");
        JsonNode states = json(send(to("backfills", JSON).GET().build()));
        assertThat(states.findValuesAsText("repo")).contains("did:web:a.invalid");
        assertThat(states.findValuesAsText("phase")).contains("resolving");
    }

    @Test
    void backfills_ofSeveralRepos_areBegunAllOrNoneAndAreCounted() throws IOException {
        // When
        String several = "{\"repos\":[\"did:web:b.invalid\",\"did:web:c.invalid\"]}";
        HttpResponse<String> response = post("backfills", JSON, several);
        HttpResponse<String> refused =
                post("backfills", JSON, "{\"repos\":[\"did:web:d.invalid\",\"nonsense\"]}");

        // Then
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).path("ids")).hasSize(2);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("field").asText()).isEqualTo("/repos/1");
        JsonNode states = json(send(to("backfills", JSON).GET().build()));
        assertThat(states.findValuesAsText("repo"))
                .contains("did:web:b.invalid", "did:web:c.invalid")
                .doesNotContain("did:web:d.invalid");
        JsonNode progress = json(send(to("backfills/progress", JSON).GET().build()));
        long left = progress.path("waiting").asLong() + progress.path("reading").asLong();
        assertThat(left).isGreaterThanOrEqualTo(2);
        assertThat(progress.path("network").isNull()).isTrue();
    }
}
