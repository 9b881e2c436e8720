package dev.pressline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clients with tokens and limits of their own, over HTTP. */
@QuarkusTest
@TestProfile(PushLimitsTest.SmallLimits.class)
class PushLimitsTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** More requests than fit into the limit even when the machine is slow. */
    private static final int MANY = 200;

    @TestHTTPResource("/")
    URI base;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    /** Three clients, of whom each may ask twice a minute, for little. */
    public static final class SmallLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings =
                    new HashMap<>(new RecordsResourceTest.WithToken().getConfigOverrides());
            settings.put("pressline.ingest.push.tokens.alice", "of-alice");
            settings.put("pressline.ingest.push.tokens.bob", "of-bob");
            settings.put("pressline.ingest.push.requests-per-minute", "2");
            settings.put("quarkus.http.limits.max-body-size", "64K");
            return settings;
        }
    }

    private HttpResponse<String> post(String path, String token, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        return Answers.to(request, HTTP);
    }

    private HttpResponse<String> postUntilLimited(String path, String token) {
        for (int i = 0; i < MANY; i++) {
            HttpResponse<String> answer = post(path, token, "{\"title\":\"T\"}");
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("no limit within " + MANY + " requests");
    }

    @Test
    void client_beyondItsRequests_isToldWhenToComeAgainAndOthersAreServed() {
        // When
        HttpResponse<String> limited = postUntilLimited("records", "of-alice");

        // Then
        assertThat(limited.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat(limited.body()).contains("Authorization").doesNotContain("of-alice");
        assertThat(post("records", "of-bob", "{\"title\":\"T\"}").statusCode()).isEqualTo(202);
        assertThat(post("records", "of-carol", "{}").statusCode()).isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder(metrics).build()).body())
                .containsPattern(
                        "pressline_push_requests_total\\{client=\"alice\",[^}]*outcome=\"limited\"[^}]*} [1-9]")
                .containsPattern(
                        "pressline_push_requests_total\\{client=\"bob\",[^}]*outcome=\"admitted\"[^}]*} [1-9]")
                .containsPattern(
                        "pressline_push_requests_total\\{client=\"\",[^}]*outcome=\"refused\"[^}]*} [1-9]");
    }

    @Test
    void backfills_countAsRequestsOfTheirClientToo() {
        assertThat(postUntilLimited("backfills", "secret").statusCode()).isEqualTo(429);
    }

    @Test
    void body_largerThanAllowed_isRefused() {
        assertThat(post("records", "of-bob", "x".repeat(70_000)).statusCode()).isEqualTo(413);
    }
}
