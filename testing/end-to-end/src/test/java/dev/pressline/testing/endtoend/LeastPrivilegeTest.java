package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.contract.event.DidPartitioner;
import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.local.deadletter.DeadLetter;
import dev.pressline.local.deadletter.DeadLetterDesk;
import dev.pressline.local.deadletter.Handling;
import dev.pressline.local.deadletter.LetterSender;
import dev.pressline.local.deadletter.Selection;
import dev.pressline.local.embedded.KeyPair;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.process.Patience;
import dev.pressline.local.watch.KafkaAccess;
import dev.pressline.local.watch.PipelineProbe;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged services, each as the user that {@code deploy/kubernetes} declares for it, on a
 * broker that lets nobody do more: whether that is enough for all they do, and dead letters can be
 * looked after.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@EnabledIfSystemProperty(named = "pressline.long", matches = "true")
class LeastPrivilegeTest {

    private static final Patience LONG =
            new Patience(Duration.ofSeconds(120), Duration.ofMillis(100));
    private static final String TRUST_PASSWORD = "trust-" + KeyPair.secret();
    private static final String TOKEN = KeyPair.secret();

    /** More than an account may publish at once, as these services are configured. */
    private static final int FLOOD = 40;

    /** An account of the same partition. */
    private static final String NEIGHBOUR =
            IntStream.iterate(0, n -> n + 1)
                    .mapToObj(n -> "did:web:neighbour" + n + ".invalid")
                    .filter(did -> partition(did) == partition(Rows.DID))
                    .findFirst()
                    .orElseThrow();

    private static int partition(String did) {
        return DidPartitioner.partition(did, Topics.DEFAULT_PARTITIONS);
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir private static Path directory;

    private static final Map<Service, ServiceReplica> SERVICES = new HashMap<>();

    private static TestCertificates certificates;
    private static ScramUsers users;
    private static SecuredFoundation foundation;

    @BeforeAll
    static void start() throws Exception {
        certificates = TestCertificates.make(directory, KeyPair.secret(), TRUST_PASSWORD);
        users = ScramUsers.declared(certificates);
        foundation = SecuredFoundation.start(directory, users);
        Files.writeString(file(), Rows.document("file", 2, "File") + '\n');
        for (Service service : Service.values()) {
            SERVICES.put(service, start(service, service.title()));
        }
    }

    private static Path file() {
        return directory.resolve("file.ndjson");
    }

    private static ServiceReplica start(Service service, String name) {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(users.variables("pressline-" + service.title()));
        settings.put("PRESSLINE_STORE_TRUSTED_CERTIFICATES", certificates.authority().toString());
        settings.put("PRESSLINE_ATPROTO_PLC_URL", "http://127.0.0.1:9/");
        settings.put("PRESSLINE_INGEST_PUSH_TOKEN", TOKEN);
        settings.put("PRESSLINE_INGEST_FILES", file().toString());
        settings.put("PRESSLINE_NORMALIZE_FLOODS_ALLOWANCE", "5");
        settings.put("PRESSLINE_NORMALIZE_SWEEP_EVERY", "2s");
        settings.put("PRESSLINE_NORMALIZE_SWEEP_DRY_RUN", "true");
        settings.put("KAFKA_STREAMS_STATE_DIR", directory.resolve("index").toString());
        settings.put("PRESSLINE_RENDER_SEARCH_DIRECTORY", directory.resolve("search").toString());
        return ServiceReplica.start(service, name, foundation, settings, directory);
    }

    /** So that it has to read what it has noted. */
    private static void restart(Service service) {
        SERVICES.get(service).close();
        SERVICES.put(service, start(service, service.title() + "-again"));
    }

    @AfterAll
    static void stop() {
        SERVICES.values().forEach(ServiceReplica::close);
        foundation.close();
    }

    private static int push(String rows) {
        URI uri = SERVICES.get(Service.INGEST).address().http().resolve("/records?origin=import");
        return send(HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-ndjson")
                        .header("Authorization", "Bearer " + TOKEN)
                        .POST(BodyPublishers.ofString(rows))
                        .build())
                .statusCode();
    }

    private static int read(String path) {
        URI uri = SERVICES.get(Service.RENDER).address().http().resolve(path);
        return send(HttpRequest.newBuilder(uri).build()).statusCode();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(String what, BooleanSupplier holds) {
        LONG.await(what, () -> holds.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    @Test
    void services_asTheirOwnUsers_doAllTheyDoAndAreRefusedNothing() throws Exception {
        // When
        String behind = Rows.document("behind", 3, "Behind").replace(Rows.DID, NEIGHBOUR);
        assertThat(push(Rows.publication(1, "https://blog.invalid") + '\n' + flood() + behind))
                .isEqualTo(202);
        await("the pages", () -> areThere("flood0", "flood" + (FLOOD - 1), "file"));
        await("the page behind", () -> read("/document/" + NEIGHBOUR + "/behind/") == 200);
        assertThat(push(Rows.delete("flood0", 90))).isEqualTo(202);
        await("the end of a page", () -> read(page("flood0")) == 410);
        await("what can be searched", () -> read("/search/?q=Flood") == 200);
        restart(Service.INGEST);
        restart(Service.NORMALIZE);
        assertThat(push(Rows.document("after", 91, "After"))).isEqualTo(202);
        await("the page after a restart", () -> areThere("after"));
        Poison.send(foundation.plainServers());
        assertThat(push(Poison.TEXT)).isEqualTo(202);
        await("dead letters", () -> Poison.isInEveryQueue(foundation.plainServers()));

        // Then
        assertThat(EverythingSaid.logs(directory))
                .isNotEmpty()
                .allSatisfy(
                        (where, log) ->
                                assertThat(log)
                                        .as(where)
                                        .doesNotContain("AuthorizationException")
                                        .doesNotContain("ot authorized"));
        assertThat(lettersReplayed()).isPositive();
        try (PipelineProbe probe =
                new PipelineProbe(
                        users.access("pressline-operator", foundation),
                        Map.of(),
                        Generation.FIRST)) {
            assertThat(probe.look().written(Topics.RAW)).isPositive();
        }
    }

    private static String flood() {
        return IntStream.range(0, FLOOD)
                .mapToObj(n -> Rows.document("flood" + n, 10 + n, "Flood " + n) + '\n')
                .collect(Collectors.joining());
    }

    private static boolean areThere(String... rkeys) {
        return Stream.of(rkeys).allMatch(rkey -> read(page(rkey)) == 200);
    }

    private static String page(String rkey) {
        return "/document/" + Rows.DID + "/" + rkey + "/";
    }

    /** What the command does that replays all. */
    private static long lettersReplayed() {
        KafkaAccess operator = users.access("pressline-operator", foundation);
        DeadLetterDesk desk = DeadLetterDesk.open(operator, Generation.FIRST);
        List<DeadLetter> letters = new ArrayList<>();
        desk.visit(ALL, (letter, handling) -> letters.add(letter));
        try (LetterSender sender = new LetterSender(operator)) {
            letters.forEach(letter -> sender.handle(letter, Handling.REPLAYED));
            sender.flush();
        }
        return letters.size();
    }

    private static final Selection ALL =
            new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @Test
    void users_readAndWriteNoTopicThatIsNotTheirs() throws Exception {
        assertThat(mayOf("pressline-ingest", Topics.RAW))
                .contains(AclOperation.WRITE, AclOperation.READ);
        assertThat(mayOf("pressline-normalize", Topics.RAW)).doesNotContain(AclOperation.WRITE);
        assertThat(mayOf("pressline-render", Topics.NORMALIZED)).doesNotContain(AclOperation.WRITE);
        assertThat(mayOf("pressline-operator", Topics.RENDERED))
                .containsExactlyInAnyOrder(AclOperation.READ, AclOperation.DESCRIBE);
        for (String saved : List.of(Topics.RAW, Topics.CURSORS, Topics.REPOS, Topics.HANDLED)) {
            assertThat(mayOf("pressline-operator", saved)).contains(AclOperation.WRITE);
        }
        assertThatThrownBy(() -> mayOf("pressline-ingest", Topics.NORMALIZED))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> mayOf("pressline-render", Topics.CURSORS))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    private static Set<AclOperation> mayOf(String user, String topic)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(users.access(user, foundation).with(Map.of()))) {
            TopicDescription description =
                    admin.describeTopics(
                                    List.of(topic),
                                    new DescribeTopicsOptions().includeAuthorizedOperations(true))
                            .allTopicNames()
                            .get()
                            .get(topic);
            return description.authorizedOperations();
        }
    }
}
