package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.local.embedded.KeyPair;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.Pipeline;
import dev.pressline.local.pipeline.PipelineOptions;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.pipeline.ServiceAddress;
import dev.pressline.local.pipeline.StartListener;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Patience;
import dev.pressline.local.process.Ports;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged services between a broker that lets in one user over SASL_SSL, with a certificate,
 * and a store behind TLS, with every log at DEBUG, the finest that the packaged services have;
 * beside them four that are configured wrongly. Every secret is a random text that is found
 * wherever it leaks to.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@EnabledIfSystemProperty(named = "pressline.long", matches = "true")
class SecuredPipelineTest {

    private static final Patience LONG =
            new Patience(Duration.ofSeconds(120), Duration.ofMillis(100));

    private static final String SASL_PASSWORD = "sasl-" + KeyPair.secret();
    private static final String WRONG_PASSWORD = "wrong-" + KeyPair.secret();
    private static final String TRUST_PASSWORD = "trust-" + KeyPair.secret();
    private static final String KEY_PASSWORD = "key-" + KeyPair.secret();
    private static final String TAP_PASSWORD = "tap-" + KeyPair.secret();
    private static final String REFUSED_TOKEN = "refused-" + KeyPair.secret();

    /** Connections to each port whose heads never end. */
    private static final int DRIPPING = 200;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir private static Path directory;

    private static SecuredFoundation foundation;
    private static Pipeline pipeline;
    private static ServiceReplica withWrongPassword;
    private static ServiceReplica withoutSecurity;
    private static ServiceReplica withoutCertificate;
    private static ServiceReplica withWrongAuthority;

    @BeforeAll
    static void start() throws Exception {
        TestCertificates certificates =
                TestCertificates.make(directory, "server-" + KeyPair.secret(), TRUST_PASSWORD);
        foundation = SecuredFoundation.start(directory, certificates, SASL_PASSWORD);
        Map<String, String> settings = settings(certificates);
        withoutCertificate =
                ServiceReplica.launch(
                        Service.NORMALIZE, "without-certificate", foundation, settings, directory);
        settings.putAll(ownCertificate(certificates));
        pipeline =
                Pipeline.start(
                        new PipelineOptions(directory, Ports.FREE, Optional.empty(), settings),
                        new Silent(),
                        (options, listener) -> foundation);
        startMisconfigured(settings, certificates);
    }

    private static Map<String, String> settings(TestCertificates certificates) {
        Map<String, String> settings = new HashMap<>();
        settings.put("KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
        settings.put("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512");
        settings.put("KAFKA_SASL_JAAS_CONFIG", SecuredFoundation.jaas(SASL_PASSWORD));
        settings.put("KAFKA_SSL_TRUSTSTORE_TYPE", "PKCS12");
        settings.put("KAFKA_SSL_TRUSTSTORE_LOCATION", certificates.trustStore().toString());
        settings.put("KAFKA_SSL_TRUSTSTORE_PASSWORD", TRUST_PASSWORD);
        settings.put("PRESSLINE_STORE_TRUSTED_CERTIFICATES", certificates.authority().toString());
        settings.put("PRESSLINE_INGEST_TAP_WEBHOOK_PASSWORD", TAP_PASSWORD);
        settings.put("PRESSLINE_ATPROTO_PLC_URL", "http://127.0.0.1:9/");
        settings.put("QUARKUS_LOG_LEVEL", "DEBUG");
        return settings;
    }

    private static Map<String, String> ownCertificate(TestCertificates certificates)
            throws Exception {
        Path file = certificates.client(directory.resolve("client.p12"), KEY_PASSWORD);
        return Map.of(
                "KAFKA_SSL_KEYSTORE_TYPE",
                "PKCS12",
                "KAFKA_SSL_KEYSTORE_LOCATION",
                file.toString(),
                "KAFKA_SSL_KEYSTORE_PASSWORD",
                KEY_PASSWORD,
                "KAFKA_SSL_KEY_PASSWORD",
                KEY_PASSWORD);
    }

    private static void startMisconfigured(
            Map<String, String> settings, TestCertificates certificates) {
        withWrongPassword =
                misconfigured(
                        Service.NORMALIZE,
                        "wrong-password",
                        settings,
                        Map.of("KAFKA_SASL_JAAS_CONFIG", SecuredFoundation.jaas(WRONG_PASSWORD)));
        withoutSecurity =
                misconfigured(
                        Service.RENDER,
                        "without-security",
                        settings,
                        Map.of("KAFKA_SECURITY_PROTOCOL", "PLAINTEXT"));
        withWrongAuthority =
                misconfigured(
                        Service.INGEST,
                        "wrong-authority",
                        settings,
                        Map.of(
                                "PRESSLINE_STORE_TRUSTED_CERTIFICATES",
                                certificates.stranger().toString()));
    }

    private static ServiceReplica misconfigured(
            Service service,
            String name,
            Map<String, String> settings,
            Map<String, String> instead) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(instead);
        return ServiceReplica.launch(service, name, foundation, all, directory);
    }

    private record Silent() implements StartListener {
        @Override
        public void starting(String part) {}

        @Override
        public void ready(String part, String where) {}
    }

    @AfterAll
    static void stop() {
        Stream.of(withWrongPassword, withoutSecurity, withoutCertificate, withWrongAuthority)
                .forEach(ServiceReplica::kill);
        pipeline.close();
    }

    private static <T> T await(String what, java.util.function.Supplier<Optional<T>> question) {
        return LONG.await(what, question);
    }

    private static HttpResponse<String> post(String rows, String token) {
        URI uri = pipeline.addresses().of(Service.INGEST).http().resolve("/records?origin=import");
        return send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-ndjson")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(rows))
                        .build());
    }

    private static HttpResponse<String> get(URI uri) {
        return send(HttpRequest.newBuilder(uri).build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LaunchException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted", e);
        }
    }

    /** Imports a document and waits for its page. */
    private static String page(String rkey) {
        String rows =
                Rows.publication(1, "https://blog.invalid")
                        + '\n'
                        + Rows.document(rkey, 2, "Title of " + rkey);
        assertThat(post(rows, pipeline.addresses().pushToken()).statusCode()).isEqualTo(202);
        URI page =
                pipeline.addresses()
                        .of(Service.RENDER)
                        .http()
                        .resolve("/document/" + Rows.DID + "/" + rkey + "/");
        return await(
                "the page",
                () ->
                        Optional.of(get(page))
                                .filter(answer -> answer.statusCode() == 200)
                                .map(HttpResponse::body));
    }

    private static String whyNotStarted(ServiceReplica replica, String... words) {
        return await(
                "the reason",
                () -> replica.missing().filter(body -> Stream.of(words).allMatch(body::contains)));
    }

    @Test
    void record_pushed_passesSecuredConnectionsAndBecomesAPage() {
        assertThat(page("one")).contains("Title of one");
    }

    @Test
    void service_withAWrongPassword_saysThatItIsNotLetIn() {
        assertThat(whyNotStarted(withWrongPassword, "uthentication failed"))
                .doesNotContain(WRONG_PASSWORD);
    }

    @Test
    void service_withoutACertificateOfItsOwn_saysThatTheBrokerAsksForOne() {
        assertThat(whyNotStarted(withoutCertificate, "certificate")).contains("topics");
    }

    @Test
    void service_speakingPlaintext_endsAndSaysWhatToSet() throws IOException {
        await("its end", () -> withoutSecurity.ended() ? Optional.of(true) : Optional.empty());
        assertThat(EverythingSaid.logs(directory).get("log without-security.log"))
                .contains("speak TLS: set kafka.security.protocol")
                .doesNotContain("OutOfMemoryError");
    }

    @Test
    void service_trustingAnotherAuthority_saysThatTheStoresCertificateIsNotTrusted() {
        assertThat(whyNotStarted(withWrongAuthority, "unable to find valid certification path"))
                .contains("the store failed");
    }

    private static List<Integer> ports() {
        return Stream.of(Service.values())
                .map(pipeline.addresses()::of)
                .flatMap(address -> Stream.of(address.http(), address.management()))
                .map(URI::getPort)
                .toList();
    }

    @Test
    void requests_thatCanBeReadInTwoWays_haveNoSecondAnswerOnAnyPort() throws IOException {
        for (int port : ports()) {
            for (Map.Entry<String, byte[]> attack : Smuggling.attacks().entrySet()) {
                assertThat(RawHttp.answers(port, attack.getValue()))
                        .as("%s on %d", attack.getKey(), port)
                        .hasSizeLessThanOrEqualTo(1)
                        .allMatch(status -> status >= 400 && status < 500);
            }
        }
    }

    @Test
    void health_whileHeadsDripOnEveryPort_answers() throws IOException {
        // Given
        List<Socket> dripping = new ArrayList<>();
        try {
            for (int port : ports()) {
                for (int i = 0; i < DRIPPING; i++) {
                    dripping.add(RawHttp.begun(port));
                }
            }

            // When
            for (int round = 0; round < 3; round++) {
                for (Socket each : dripping) {
                    RawHttp.drip(each, "A: b\r\n");
                }

                // Then
                for (Service service : Service.values()) {
                    ServiceAddress address = pipeline.addresses().of(service);
                    assertThat(get(address.management().resolve("/q/health/live")).statusCode())
                            .isEqualTo(200);
                    assertThat(get(address.http().resolve("/none")).statusCode()).isEqualTo(404);
                }
            }
        } finally {
            for (Socket each : dripping) {
                each.close();
            }
        }
    }

    @Test
    void secrets_afterPoisonAndARefusedPush_areFoundNowhere() throws Exception {
        // Given
        page("two");
        whyNotStarted(withWrongPassword, "uthentication failed");
        whyNotStarted(withWrongAuthority, "unable to find valid certification path");
        Poison.send(foundation.plainServers());

        // When
        HttpResponse<String> refused = post(Rows.document("x", 3, "X"), REFUSED_TOKEN);
        HttpResponse<String> poisoned = post(Poison.TEXT, pipeline.addresses().pushToken());
        await(
                "a dead letter of each step",
                () ->
                        Poison.isInEveryQueue(foundation.plainServers())
                                ? Optional.of(true)
                                : Optional.empty());

        // Then
        Map<String, String> said = new HashMap<>();
        said.put("the refusal", refused.headers().map() + refused.body());
        said.put("the answer", poisoned.headers().map() + poisoned.body());
        Stream.of(withWrongPassword, withoutCertificate, withWrongAuthority)
                .map(ServiceReplica::address)
                .forEach(address -> said.putAll(EverythingSaid.answers(address)));
        for (Service service : Service.values()) {
            said.putAll(EverythingSaid.answers(pipeline.addresses().of(service)));
        }
        said.putAll(EverythingSaid.logs(directory));
        said.putAll(EverythingSaid.records(foundation.plainServers()));
        said.putAll(EverythingSaid.objects(foundation.plainStore()));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(said.keySet().stream().filter(SecuredPipelineTest::isALog))
                .hasSizeGreaterThan(5);
        assertThat(said.get("log ingest.log")).contains("DEBUG [org.apache.kafka");
        assertThat(said.get("pressline-site/document/" + Rows.DID + "/two/index.html"))
                .contains("Title of two");
        assertThat(said).allSatisfy((where, text) -> assertThat(leaks(text)).as(where).isEmpty());
    }

    private static boolean isALog(String where) {
        return where.startsWith("log ");
    }

    private static List<String> leaks(String text) {
        Addresses addresses = pipeline.addresses();
        return Stream.of(
                        SASL_PASSWORD,
                        WRONG_PASSWORD,
                        TRUST_PASSWORD,
                        KEY_PASSWORD,
                        TAP_PASSWORD,
                        REFUSED_TOKEN,
                        addresses.pushToken(),
                        addresses.storeKeys().secretKey())
                .filter(text::contains)
                .map(secret -> around(text, text.indexOf(secret)))
                .toList();
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 100));
    }
}
