package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.images.PodTemplate;
import dev.pressline.local.embedded.KeyPair;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.process.Installation;
import dev.pressline.local.process.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The images of {@code deploy/images} in containers that are confined as {@code deploy/kubernetes}
 * says, each as its own user of the brokers: whether they do their work, and end when they are told
 * to. Skipped where no container engine answers.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@EnabledIfSystemProperty(named = "pressline.long", matches = "true")
class ConfinedServicesTest {

    private static final Patience LONG =
            new Patience(Duration.ofSeconds(180), Duration.ofMillis(200));
    private static final String TAG = "test-" + ProcessHandle.current().pid();
    private static final String TOKEN = KeyPair.secret();
    private static final int DOCUMENTS = 60;
    private static final int TERMINATED = 143;
    private static final String STATE = "/var/lib/pressline";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir private static Path directory;

    private static Optional<ContainerEngine> found = Optional.empty();
    private static TestCertificates certificates;
    private static ScramUsers users;
    private static SecuredFoundation foundation;

    private static ContainerEngine engine() {
        return found.orElseThrow();
    }

    @BeforeAll
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    static void start() throws Exception {
        Assumptions.assumeTrue(
                System.getProperty("quick") == null, "a build without bills of materials");
        found = ContainerEngine.find(directory);
        Assumptions.assumeTrue(
                found.isPresent(), "no container engine: neither podman nor docker answers");
        build();
        certificates = TestCertificates.make(directory, KeyPair.secret(), KeyPair.secret());
        users = ScramUsers.declared(certificates);
        foundation = SecuredFoundation.start(directory, users);
    }

    /** With the command that operators use, and without a base, since none can be relied on. */
    private static void build() throws IOException, InterruptedException {
        Path images = directory.resolve("images");
        Path script = Installation.find().root().resolve("deploy/images/build");
        List<String> words =
                List.of(
                        script.toString(),
                        "--base",
                        "scratch",
                        "--tag",
                        TAG,
                        "--out",
                        images.toString());
        ProcessBuilder builder = new ProcessBuilder(words).inheritIO();
        builder.environment().put("PRESSLINE_SKIP_BUILD", "1");
        Process build = builder.start();
        try {
            assertThat(build.waitFor()).isZero();
        } finally {
            build.destroy();
        }
        try (var files = Files.list(images)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".tar")).toList()) {
                engine().run("load", "--input", file.toString());
            }
        }
    }

    private static String image(String name) {
        return "pressline/" + name + ':' + TAG;
    }

    @AfterAll
    static void stop() throws Exception {
        if (foundation != null) {
            foundation.close();
            for (Service service : Service.values()) {
                engine().run("rmi", "--force", image(service.module()));
            }
            engine().run("rmi", "--force", image("command"));
        }
    }

    private static ConfinedService.Surroundings around(Service service) throws IOException {
        Map<String, String> variables =
                new HashMap<>(users.variables("pressline-" + service.title()));
        variables.put("KAFKA_SSL_TRUSTSTORE_LOCATION", "/etc/pressline/kafka/ca.crt");
        variables.put("KAFKA_BOOTSTRAP_SERVERS", foundation.bootstrapServers());
        variables.put("PRESSLINE_STORE_ENDPOINT", foundation.storeEndpoint());
        variables.put("PRESSLINE_STORE_ACCESS_KEY", foundation.storeKeys().accessKey());
        variables.put("PRESSLINE_STORE_SECRET_KEY", foundation.storeKeys().secretKey());
        variables.put("PRESSLINE_STORE_TRUSTED_CERTIFICATES", "/etc/pressline/store/ca.crt");
        variables.put("PRESSLINE_ATPROTO_PLC_URL", "http://127.0.0.1:9/");
        variables.put("PRESSLINE_INGEST_PUSH_TOKEN", TOKEN);
        return new ConfinedService.Surroundings(
                engine(),
                variables,
                Map.of("/etc/pressline/kafka", authority(), "/etc/pressline/store", authority()),
                directory);
    }

    private static Path authority() throws IOException {
        Path authority = Files.createDirectories(directory.resolve("authority"));
        Files.write(authority.resolve("ca.crt"), Files.readAllBytes(certificates.authority()));
        return authority;
    }

    @Test
    void services_confinedAsTheirManifestsSay_doTheirWorkAndEndWhenTold() throws Exception {
        Map<Service, ConfinedService> services = new EnumMap<>(Service.class);
        try {
            // When
            for (Service service : Service.values()) {
                services.put(
                        service,
                        ConfinedService.start(service, image(service.module()), around(service)));
            }
            for (ConfinedService each : services.values()) {
                await(each, () -> each.probe("startupProbe"));
                await(each, () -> each.probe("readinessProbe"));
            }
            ConfinedService render = services.get(Service.RENDER);
            push(services.get(Service.INGEST));
            await(render, () -> read(render, page(DOCUMENTS - 1)).contains("Title 59"));
            await(render, () -> read(render, "/rss.xml").contains("Title 59"));
            await(render, () -> read(render, "/search/?q=Title").contains("Title"));

            // Then
            for (ConfinedService each : services.values()) {
                isConfined(each);
                assertThat(each.probe("livenessProbe")).isTrue();
                assertThat(each.probe("readinessProbe")).isTrue();
            }
            for (Map.Entry<Service, ConfinedService> each : services.entrySet()) {
                endsWhenTold(each.getKey(), each.getValue());
            }
        } finally {
            services.values().forEach(ConfinedService::close);
        }
    }

    private static void isConfined(ConfinedService service) throws Exception {
        assertThat(service.status("Uid").split("\\s+")).containsOnly("10001");
        assertThat(service.status("Gid").split("\\s+")).containsOnly("10001");
        assertThat(service.status("CapEff")).matches("0+");
        assertThat(service.status("NoNewPrivs")).isEqualTo("1");
        assertThat(service.status("Seccomp")).isEqualTo("2");
    }

    private static void endsWhenTold(Service service, ConfinedService container) throws Exception {
        long peak = container.peakMebibytes();
        System.out.printf(
                "%s in its container: %d MiB at most, of %d MiB%n",
                service.title(), peak, container.limitMebibytes());
        assertThat(peak).isLessThan(container.limitMebibytes());
        assertThat(container.stop()).as(service.title()).isIn(0, TERMINATED);
        assertThat(container.log()).doesNotContain("Read-only file system");
    }

    @Test
    void aService_withoutAVolumeOfItsManifest_doesNotGetReady() throws Exception {
        // Given
        Map<String, Boolean> mounts = new TreeMap<>(PodTemplate.of(Service.RENDER).mounts());
        assertThat(mounts.remove(STATE)).isTrue();

        // When
        try (ConfinedService render =
                ConfinedService.start(
                        Service.RENDER,
                        mounts,
                        image(Service.RENDER.module()),
                        around(Service.RENDER))) {
            LONG.await(
                    "the end of render",
                    () -> isOver(render) ? Optional.of(true) : Optional.empty());

            // Then
            assertThat(render.probe("readinessProbe")).isFalse();
            assertThat(render.log()).contains(STATE);
        }
    }

    private static boolean isOver(ConfinedService service) {
        try {
            return !service.isRunning();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theCommand_inItsContainer_looksAfterDeadLettersAsItsUser() throws Exception {
        // When
        Map<String, String> settings = new TreeMap<>(users.settings("pressline-operator"));
        settings.put("ssl.truststore.location", "/etc/pressline/kafka/ca.crt");

        // Then
        assertThat(command(settings)).isEqualTo("no dead letters");
        settings.put("sasl.jaas.config", SecuredFoundation.jaas("pressline-operator", "guessed"));
        assertThatThrownBy(() -> command(settings)).hasMessageContaining("dlq list");
    }

    /** What the command says that its manifest has, with these settings of Kafka clients. */
    private static String command(Map<String, String> settings)
            throws IOException, InterruptedException {
        PodTemplate pod = PodTemplate.ofCommand();
        Path own = Files.createDirectories(directory.resolve("command"));
        Files.writeString(
                own.resolve("kafka.properties"),
                settings.entrySet().stream()
                        .map(it -> it.getKey() + '=' + it.getValue() + '\n')
                        .collect(Collectors.joining()));
        Map<String, Path> secrets =
                Map.of("/etc/pressline/kafka", authority(), "/etc/pressline/command", own);
        List<String> words = new ArrayList<>(List.of("run", "--rm"));
        words.addAll(Confinement.of(engine(), pod));
        words.addAll(Confinement.volumes(pod.mounts(), secrets, directory.resolve("volumes")));
        words.add(image("command"));
        for (String argument : pod.arguments()) {
            words.add(argument.replaceFirst("pressline-kafka.*", foundation.bootstrapServers()));
        }
        return engine().run(Map.of(), words);
    }

    private interface Question {
        boolean holds() throws IOException, InterruptedException;
    }

    private static void await(ConfinedService service, Question question) throws Exception {
        try {
            LONG.await(
                    "a container",
                    () -> {
                        try {
                            assertThat(service.isRunning()).as("still runs").isTrue();
                            return question.holds() ? Optional.of(true) : Optional.empty();
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                            throw new IllegalStateException(e);
                        }
                    });
        } catch (RuntimeException | AssertionError e) {
            System.err.println(service.log());
            throw e;
        }
    }

    private static void push(ConfinedService ingest) throws IOException, InterruptedException {
        String rows =
                IntStream.range(0, DOCUMENTS)
                        .mapToObj(n -> Rows.document("doc" + n, 10 + n, "Title " + n))
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        Rows.publication(1, "https://blog.invalid") + '\n',
                                        ""));
        URI uri = ingest.http().resolve("/records?origin=import");
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-ndjson")
                        .header("Authorization", "Bearer " + TOKEN)
                        .POST(BodyPublishers.ofString(rows))
                        .build();
        assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
    }

    private static String page(int document) {
        return "/document/" + Rows.DID + "/doc" + document + "/";
    }

    private static String read(ConfinedService render, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(render.http().resolve(path)).build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        return answer.statusCode() == 200 ? answer.body() : "";
    }
}
