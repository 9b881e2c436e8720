package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.local.embedded.KeyPair;
import dev.pressline.local.pipeline.Foundation;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every secret changed as {@code docs/operations/secrets.md} says, while a client pushes documents:
 * services are restarted one after the other in place of a roll, what is new is let in before what
 * is old is taken away, what is old is refused in the end, and no document is lost.
 */
@Timeout(600)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(named = "pressline.long", matches = "true")
class RotationTest {

    private static final Patience LONG =
            new Patience(Duration.ofSeconds(120), Duration.ofMillis(100));
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String FIRST_TOKEN = KeyPair.secret();
    private static final String SECOND_TOKEN = KeyPair.secret();

    @TempDir private static Path directory;

    private static final Map<Service, ServiceReplica> SERVICES = new ConcurrentHashMap<>();
    private static final Map<String, String> TOKENS =
            new ConcurrentHashMap<>(Map.of("NEWSROOM", FIRST_TOKEN));

    private static volatile String token = FIRST_TOKEN;
    private static TestCertificates first;
    private static TestCertificates second;
    private static Path authorities;
    private static Map<String, String> passwords = Map.of();
    private static SecuredFoundation secured;
    private static Foundation foundation;
    private static Pusher pusher;

    @BeforeAll
    static void start() throws Exception {
        first = certificates("first");
        second = certificates("second");
        authorities = directory.resolve("authorities.pem");
        trust(first);
        ScramUsers users = ScramUsers.declared(first);
        passwords = new HashMap<>(users.passwords());
        secured = SecuredFoundation.start(directory, users);
        foundation = secured;
        for (Service service : Service.values()) {
            SERVICES.put(service, start(service, service.title()));
        }
        pusher = Pusher.begin(() -> replica(Service.INGEST).address().http(), () -> token);
        assertThat(pusher.push(Rows.publication(1, "https://blog.invalid"), token)).isEqualTo(202);
    }

    private static TestCertificates certificates(String name) throws Exception {
        Path own = Files.createDirectory(directory.resolve(name));
        return TestCertificates.make(own, KeyPair.secret(), KeyPair.secret());
    }

    /** Has services that start from now on trust these authorities. */
    private static void trust(TestCertificates... certificates) throws IOException {
        StringBuilder all = new StringBuilder();
        for (TestCertificates each : certificates) {
            all.append(Files.readString(each.authority()));
        }
        Files.writeString(authorities, all);
    }

    private static Map<String, String> settings(Service service) {
        Map<String, String> settings = new HashMap<>();
        settings.put("KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
        settings.put("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512");
        settings.put(
                "KAFKA_SASL_JAAS_CONFIG",
                SecuredFoundation.jaas(user(service), passwords.get(user(service))));
        settings.put("KAFKA_SSL_TRUSTSTORE_TYPE", "PEM");
        settings.put("KAFKA_SSL_TRUSTSTORE_LOCATION", authorities.toString());
        settings.put("PRESSLINE_STORE_TRUSTED_CERTIFICATES", authorities.toString());
        settings.put("PRESSLINE_ATPROTO_PLC_URL", "http://127.0.0.1:9/");
        settings.put("PRESSLINE_NORMALIZE_LOOK_UPS_ENABLED", "false");
        settings.put("KAFKA_STREAMS_STATE_DIR", directory.resolve("index").toString());
        settings.put("PRESSLINE_RENDER_SEARCH_DIRECTORY", directory.resolve("search").toString());
        TOKENS.forEach((name, each) -> settings.put("PRESSLINE_INGEST_PUSH_TOKENS_" + name, each));
        return settings;
    }

    private static String user(Service service) {
        return "pressline-" + service.title();
    }

    private static ServiceReplica start(Service service, String name) {
        return ServiceReplica.start(service, name, foundation, settings(service), directory);
    }

    private static ServiceReplica replica(Service service) {
        return Optional.ofNullable(SERVICES.get(service)).orElseThrow();
    }

    private static void restart(Service service) {
        replica(service).close();
        SERVICES.put(service, start(service, service.title()));
    }

    private static void restartAll() {
        for (Service service : List.of(Service.RENDER, Service.NORMALIZE, Service.INGEST)) {
            restart(service);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (pusher != null) {
            pusher.close();
        }
        SERVICES.values().forEach(ServiceReplica::close);
        if (foundation != secured) {
            foundation.close();
        }
        secured.close();
    }

    private static void await(String what, BooleanSupplier condition) {
        LONG.await(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    private static int status(String path) {
        URI uri = replica(Service.RENDER).address().http().resolve(path);
        try {
            return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static boolean isThere(int number) {
        return status("/document/" + Rows.DID + "/" + Pusher.rkey(number) + "/") == 200;
    }

    /** Waits until a document that is pushed from now on has a page. */
    private static void awaitNews() {
        int next = pusher.accepted() + 1;
        await("document " + next + " to be accepted", () -> pusher.accepted() > next);
        await("the page of document " + next, () -> isThere(next));
    }

    /** Starts a service with what is no longer valid, and waits until it says what is wrong. */
    private static void assertRefused(Service service, Map<String, String> old, String words) {
        Map<String, String> settings = new HashMap<>(settings(service));
        settings.put("KAFKA_STREAMS_STATE_DIR", directory.resolve("no-index").toString());
        settings.put("PRESSLINE_RENDER_SEARCH_DIRECTORY", directory.resolve("none").toString());
        settings.putAll(old);
        ServiceReplica refused =
                ServiceReplica.launch(service, "refused", foundation, settings, directory);
        AtomicReference<String> said = new AtomicReference<>("");
        try {
            await(
                    words,
                    () -> {
                        refused.missing().ifPresent(said::set);
                        return said.get().contains(words);
                    });
        } catch (LaunchException e) {
            throw new LaunchException("it says: " + said.get(), e);
        } finally {
            refused.kill();
        }
    }

    @Test
    @Order(1)
    void token_changed_isTakenBesideTheOldOneAndThenAlone() {
        // Given
        awaitNews();
        String row = Rows.document("one-more", 1, "One more");

        // When
        TOKENS.put("NEWSROOM2", SECOND_TOKEN);
        restart(Service.INGEST);

        // Then
        assertThat(pusher.push(row, FIRST_TOKEN)).isEqualTo(202);
        assertThat(pusher.push(row, SECOND_TOKEN)).isEqualTo(202);

        // When
        token = SECOND_TOKEN;
        awaitNews();
        TOKENS.remove("NEWSROOM");
        restart(Service.INGEST);

        // Then
        assertThat(pusher.push(row, FIRST_TOKEN)).isEqualTo(401);
        awaitNews();
    }

    @Test
    @Order(2)
    void usersOfKafka_changed_stayInUntilTheyComeAnew() {
        for (Service service : Service.values()) {
            // Given
            String old = Optional.ofNullable(passwords.get(user(service))).orElseThrow();
            String password = KeyPair.secret();

            // When
            secured.change(user(service), password);

            // Then
            awaitNews();
            assertRefused(
                    service,
                    Map.of("KAFKA_SASL_JAAS_CONFIG", SecuredFoundation.jaas(user(service), old)),
                    "uthentication failed");

            // When
            passwords.put(user(service), password);
            restart(service);

            // Then
            awaitNews();
        }
    }

    @Test
    @Order(3)
    void authorities_changed_areBothTrustedAndThenTheNewOneAlone() throws Exception {
        // When
        trust(first, second);
        restartAll();
        secured.change(second);

        // Then
        awaitNews();

        // When
        trust(second);
        restartAll();

        // Then
        awaitNews();
        Map<String, String> old =
                Map.of(
                        "KAFKA_SSL_TRUSTSTORE_LOCATION", first.authority().toString(),
                        "PRESSLINE_STORE_TRUSTED_CERTIFICATES", first.authority().toString());
        assertRefused(Service.NORMALIZE, old, "SSL handshake failed: Signature does not match");
    }

    @Test
    @Order(4)
    void keysOfTheStore_changed_areBothValidAndThenTheNewOnesAlone() throws Exception {
        // When
        foundation =
                OtherKeys.of(
                        secured,
                        directory.resolve("store"),
                        directory.resolve("other-keys"),
                        second);
        restart(Service.RENDER);

        // Then
        awaitNews();

        // When
        restart(Service.NORMALIZE);
        restart(Service.INGEST);
        secured.forgetFirstKeys();

        // Then
        awaitNews();
        KeyPair old = secured.storeKeys();
        assertRefused(
                Service.NORMALIZE,
                Map.of(
                        "PRESSLINE_STORE_ACCESS_KEY", old.accessKey(),
                        "PRESSLINE_STORE_SECRET_KEY", old.secretKey()),
                "the store failed");
    }

    @Test
    @Order(5)
    void documents_accepted_areAllThereAndNoneIsDead() throws Exception {
        // When
        pusher.close();

        // Then
        int accepted = pusher.accepted();
        await("the page of the last", () -> isThere(accepted - 1));
        assertThat(IntStream.range(0, accepted).filter(number -> !isThere(number))).isEmpty();
        assertThat(accepted).isGreaterThan(50);
        for (Service service : Service.values()) {
            assertThat(replica(service).metric("pressline_dead_letters_total")).isZero();
        }
    }
}
