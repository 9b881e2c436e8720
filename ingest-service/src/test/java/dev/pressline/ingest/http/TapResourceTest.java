package dev.pressline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Topics;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RecordsResourceTest.WithToken.class)
class TapResourceTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz";
    private static final String CREATE =
            """
            {"id":7,"type":"record","record":{"live":true,"did":"%s","rev":"3mf42slbt3g42",\
            "collection":"site.standard.document","rkey":"r","action":"create",\
            "record":{"title":"T"}}}"""
                    .formatted(DID);

    @TestHTTPResource("/tap")
    URI tap;

    @Inject FakeKafka kafka;

    @BeforeEach
    void forget() {
        kafka.producer().clear();
    }

    private static String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("admin:" + password).getBytes());
    }

    private HttpResponse<String> post(Optional<String> authorization, String body)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(tap)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        authorization.ifPresent(value -> request.header("Authorization", value));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private List<ProducerRecord<String, byte[]>> sent(String topic) {
        return kafka.producer().history().stream().filter(e -> e.topic().equals(topic)).toList();
    }

    @Test
    void event_ofARecord_isAnsweredWhenTheBrokersHaveIt() throws Exception {
        // When
        HttpResponse<String> answer = post(Optional.of(basic("tap-secret")), CREATE);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(sent(Topics.RAW))
                .extracting(ProducerRecord::key)
                .containsExactly("at://" + DID + "/site.standard.document/r");
    }

    @Test
    void event_ofAnIdentity_isTheStateOfTheAccount() throws Exception {
        // When
        HttpResponse<String> answer =
                post(
                        Optional.of(basic("tap-secret")),
                        "{\"id\":8,\"type\":\"identity\",\"identity\":{\"did\":\"%s\",\"is_active\":false,\"status\":\"takendown\"}}"
                                .formatted(DID));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(sent(Topics.RAW)).extracting(ProducerRecord::key).containsExactly(DID);
    }

    @Test
    void event_thatCanNeverBeRead_isDeadLetteredAndDone() throws Exception {
        // When
        HttpResponse<String> answer = post(Optional.of(basic("tap-secret")), "nonsense");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(sent(Topics.deadLetters(Topics.RAW, "ingest"))).hasSize(1);
    }

    @Test
    void caller_withoutTapsPassword_isTurnedAway() throws Exception {
        for (Optional<String> wrong :
                List.of(
                        Optional.<String>empty(),
                        Optional.of(basic("wrong")),
                        Optional.of(basic("")),
                        Optional.of("Bearer secret"))) {
            assertThat(post(wrong, CREATE).statusCode()).isEqualTo(401);
        }
        assertThat(kafka.producer().history()).isEmpty();
    }
}
