package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.local.generation.Generations;
import dev.pressline.local.generation.StoreAccess;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.watch.KafkaAccess;
import dev.pressline.local.watch.PipelineProbe;
import dev.pressline.local.watch.Quiescence;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A second generation beside the one that readers get, on a packaged pipeline. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(named = "pressline.long", matches = "true")
class GenerationsTest {

    private static final Generation B = Generation.parse("b");
    private static final String SITE_B = B.bucket(Addresses.SITE_BUCKET);
    private static final int DOCUMENTS = 20;

    @TempDir static Path data;

    private static RunningPipeline pipeline;
    private static Generations generations;
    private static final List<ServiceReplica> replicas = new ArrayList<>();
    private static ServiceReplica normalize;
    private static ServiceReplica render;

    @BeforeAll
    static void start() {
        pipeline = RunningPipeline.start(data);
        generations =
                new Generations(
                        KafkaAccess.at(pipeline.addresses().bootstrapServers()),
                        StoreAccess.of(pipeline.addresses()));
    }

    @AfterAll
    static void stop() {
        replicas.forEach(ServiceReplica::close);
        generations.close();
        pipeline.close();
    }

    private static ServiceReplica replica(Service service) {
        Map<String, String> settings = new HashMap<>();
        settings.put("PRESSLINE_GENERATION", B.name());
        settings.put("PRESSLINE_ATPROTO_PLC_URL", "http://127.0.0.1:9/");
        if (service == Service.RENDER) {
            settings.put("PRESSLINE_PUBLIC_URL", "https://press.example");
            settings.put("PRESSLINE_RENDER_SEARCH_DIRECTORY", data.resolve("other").toString());
            settings.put("KAFKA_STREAMS_STATE_DIR", data.resolve("render-state").toString());
        }
        ServiceReplica replica =
                ServiceReplica.start(
                        service, service.title() + "-b", pipeline.addresses(), settings, data);
        replicas.add(replica);
        return replica;
    }

    private static PipelineProbe probe() {
        return new PipelineProbe(
                KafkaAccess.at(pipeline.addresses().bootstrapServers()),
                Map.of(Service.NORMALIZE, normalize.address(), Service.RENDER, render.address()),
                B);
    }

    private static void awaitQuietB() {
        Quiescence quiescence = new Quiescence();
        try (PipelineProbe probe = probe()) {
            pipeline.await(
                    "a quiet generation b",
                    () -> quiescence.reached(probe.look()) ? Optional.of(true) : Optional.empty());
        }
    }

    private static long normalizedByB() {
        try (PipelineProbe probe = probe()) {
            return probe.look().written(Topics.NORMALIZED);
        }
    }

    private static void awaitStatus(String path, int status) {
        pipeline.await(
                path + " with " + status,
                () -> Optional.of(pipeline.get(path).statusCode()).filter(s -> s == status));
    }

    private static int statusOfB(String path) {
        HttpRequest request = HttpRequest.newBuilder(render.address().http().resolve(path)).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String page(String rkey) {
        return "/document/" + Rows.DID + "/" + rkey + "/";
    }

    @Test
    @Order(1)
    void pipeline_withoutAPointer_servesTheFirst() {
        // Given
        List<String> rows = new ArrayList<>();
        rows.add(Rows.publication(1, "https://blog.invalid"));
        IntStream.range(0, DOCUMENTS)
                .mapToObj(i -> Rows.tagged("d" + i, 2 + i, "Number " + i, "news"))
                .forEach(rows::add);
        rows.add(Rows.delete("d3", 100));

        // When
        pipeline.importRows(rows.toArray(String[]::new));

        // Then
        assertThat(generations.served()).isEqualTo(Generation.FIRST);
        assertThat(pipeline.get(page("d1")).statusCode()).isEqualTo(200);
        assertThat(pipeline.get(page("d3")).statusCode()).isEqualTo(410);
    }

    @Test
    @Order(2)
    void generation_madeWhileLiveTrafficGoesOn_equalsTheOtherByteForByte() {
        // Given
        generations.create(B);
        normalize = replica(Service.NORMALIZE);
        render = replica(Service.RENDER);

        // When
        pipeline.post(Rows.tagged("new", 200, "Newly written", "news"), "import");
        pipeline.post(Rows.tagged("d1", 201, "Number 1, edited", "olds"), "import");
        pipeline.importRows(Rows.delete("d2", 202));
        awaitQuietB();

        // Then
        assertThat(pipeline.text(page("d1"))).contains("Number 1, edited");
        assertThat(pipeline.objects(SITE_B))
                .hasSizeGreaterThan(DOCUMENTS)
                .isEqualTo(pipeline.site());
    }

    @Test
    @Order(3)
    void readers_afterASwitch_getTheOtherGenerationFromEveryRender() {
        // Given
        keep("proof/index.html");
        keep("proof/rss.xml");
        keep("gone/lost/index.html");
        assertThat(pipeline.get("/proof/").statusCode()).isEqualTo(404);
        assertThat(statusOfB("/proof/")).as("b serves what is served").isEqualTo(404);

        // When
        generations.serve(B);

        // Then
        awaitStatus("/proof/", 200);
        assertThat(pipeline.get("/proof/rss.xml").statusCode()).isEqualTo(200);
        assertThat(pipeline.get("/lost/").statusCode()).isEqualTo(410);
        assertThat(pipeline.get(page("d2")).statusCode()).isEqualTo(410);
        assertThat(pipeline.text("/atom.xml")).contains("Newly written");
        pipeline.await("b's render", () -> Optional.of(statusOfB("/proof/")).filter(s -> s == 200));
        pipeline.await(
                "search in b",
                () ->
                        Optional.of(pipeline.text("/search/?q=newly"))
                                .filter(found -> found.contains(page("new"))));
        assertThat(data.resolve("render-search.b")).isDirectory();
    }

    private static void keep(String key) {
        pipeline.keep(SITE_B, key, "only in b".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Order(4)
    void readers_afterSwitchingBack_getTheFirstWithWhatCameMeanwhile() {
        // Given
        pipeline.importRows(Rows.document("later", 300, "While b was served"));
        awaitQuietB();
        assertThat(pipeline.text(page("later"))).contains("While b was served");

        // When
        generations.serve(Generation.FIRST);

        // Then
        awaitStatus("/proof/", 404);
        assertThat(pipeline.get("/lost/").statusCode()).isEqualTo(404);
        assertThat(pipeline.text(page("later"))).contains("While b was served");
    }

    @Test
    @Order(5)
    void secondRun_intoAGeneration_putsNothing() throws Exception {
        // Given
        long puts = render.metric("pressline_puts_total");
        long normalized = normalizedByB();
        Map<String, String> objects = pipeline.objects(SITE_B);
        normalize.close();
        try (Admin admin = pipeline.addresses().admin()) {
            admin.deleteConsumerGroups(List.of(B.group("normalize"))).all().get();
        }

        // When
        normalize = replica(Service.NORMALIZE);
        pipeline.await(
                "everything normalized again",
                () -> Optional.of(normalizedByB()).filter(n -> n >= normalized + DOCUMENTS));
        awaitQuietB();

        // Then
        assertThat(puts).isPositive();
        assertThat(render.metric("pressline_puts_total")).isEqualTo(puts);
        assertThat(pipeline.objects(SITE_B)).isEqualTo(objects);
    }

    @Test
    @Order(6)
    void generation_deleted_leavesNothingAndTheOtherAlone() {
        // Given
        Map<String, String> first = pipeline.site();
        normalize.close();
        render.close();

        // When
        generations.delete(B);

        // Then
        try (Admin admin = pipeline.addresses().admin()) {
            pipeline.await(
                    "no topic of b",
                    () ->
                            topics(admin).stream().anyMatch(GenerationsTest::isOfB)
                                    ? Optional.empty()
                                    : Optional.of(true));
            assertThat(topics(admin)).containsAll(Topics.COMPACTED);
        }
        assertThat(generations.present()).containsExactly(Generation.FIRST);
        pipeline.importRows(Rows.document("last", 400, "After b"));
        assertThat(pipeline.site())
                .containsAllEntriesOf(kept(first))
                .hasSizeGreaterThan(first.size());
    }

    private static boolean isOfB(String topic) {
        return B.topics().contains(topic) || topic.startsWith("render-index.b-");
    }

    private static Set<String> topics(Admin admin) {
        return admin.listTopics().names().toCompletionStage().toCompletableFuture().join();
    }

    /** The pages of documents, which another document does not change. */
    private static Map<String, String> kept(Map<String, String> site) {
        Map<String, String> kept = new HashMap<>(site);
        kept.keySet().removeIf(key -> !key.startsWith("document/") || !key.endsWith("index.json"));
        return kept;
    }
}
