package dev.pressline.testing.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the chart is one, and makes what it says. */
class ChartTest {

    @SuppressWarnings("unused") // a source of parameters
    private static final List<String> INSTALLATIONS = Chart.INSTALLATIONS;

    @Test
    void chart_byHelmsOwnLinter_hasNothingToBeMended() {
        LintResult result = new Helm(Deploy.chart()).lint().strict().call();
        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
        assertThat(result.getMessages()).noneMatch(each -> each.contains("WARNING"));
    }

    @Test
    void versions_ofTheChart_areThatOfTheProject() {
        JsonNode chart =
                StrictYaml.read(Deploy.read(Deploy.chart().resolve("Chart.yaml"))).getFirst();
        String project =
                Deploy.read(Deploy.root().resolve("pom.xml"))
                        .replaceFirst("(?s).*?<version>([0-9.]+)(-SNAPSHOT)?</version>.*", "$1");
        assertThat(chart.path("appVersion").asText()).isEqualTo(project);
    }

    @ParameterizedTest
    @FieldSource("INSTALLATIONS")
    void installation_rendered_keepsTheRules(String installation) {
        assertThat(Policy.faults(Manifests.read(Chart.of(installation).text()))).isEmpty();
    }

    @Test
    void chart_underAnotherName_callsEverythingByIt() {
        Manifests all =
                Manifests.read(Chart.render("news", Optional.of("small"), Map.of()).lastingText());
        assertThat(all.workloads())
                .extracting(Workload::id)
                .containsExactlyInAnyOrder(
                        "Deployment/news-pressline-ingest",
                        "Deployment/news-pressline-normalize",
                        "StatefulSet/news-pressline-render",
                        "StatefulSet/news-pressline-store");
        assertThat(Policy.faults(all)).isEmpty();
    }

    @Test
    void generation_ofItsOwn_hasItsTopicsAndNoIngest() {
        // Given
        Generation generation = Generation.parse("b");

        // When
        Manifests all =
                Manifests.read(
                        Chart.render(
                                        "pressline-b",
                                        Optional.empty(),
                                        Map.of("generation", "b", "kafka.cluster", "pressline"))
                                .lastingText());

        // Then
        assertThat(all.names("KafkaTopic"))
                .containsExactlyInAnyOrderElementsOf(generation.topics());
        assertThat(all.names("KafkaUser"))
                .containsExactlyInAnyOrder(
                        "pressline-b-normalize", "pressline-b-render", "pressline-b-operator");
        assertThat(all.workloads())
                .extracting(Workload::id)
                .containsExactlyInAnyOrder(
                        "Deployment/pressline-b-normalize", "StatefulSet/pressline-b-render");
        assertThat(Policy.faults(all)).containsOnlyKeys("secret-keys");
    }

    @Test
    void brokersOfSomebodyElse_areReachedWithoutMakingAnythingOfStrimzi() {
        Manifests all =
                Manifests.read(
                        Chart.render(
                                        Chart.RELEASE,
                                        Optional.empty(),
                                        Map.of(
                                                "kafka.topics",
                                                false,
                                                "kafka.users",
                                                false,
                                                "kafka.bootstrapServers",
                                                "broker.example:9093",
                                                "kafka.authoritySecret",
                                                "brokers"))
                                .lastingText());
        assertThat(all.trees().keySet()).noneMatch(id -> id.startsWith("Kafka"));
        assertThat(all.trees().get("ConfigMap/pressline-settings").toString())
                .contains("broker.example:9093");
        assertThat(all.trees().get("Deployment/pressline-ingest").toString())
                .contains("\"secretName\":\"brokers\"");
    }

    static Stream<Path> badValues() {
        return Deploy.files(Path.of("src/test/resources/bad-values"), ".yaml").stream();
    }

    /** Each file says in its first line what Helm says about it. */
    @ParameterizedTest
    @MethodSource("badValues")
    void values_thatMakeNoSense_areRefusedBySchema(Path file) {
        String fault = Deploy.read(file).lines().findFirst().orElseThrow().substring(2);
        assertThatThrownBy(
                        () ->
                                new Helm(Deploy.chart())
                                        .template()
                                        .withKubeVersion("1.34.0")
                                        .withValuesFile(file.toAbsolutePath())
                                        .call())
                .hasMessageContaining("schema")
                .hasMessageContaining(fault);
    }

    @Test
    void topics_inTheChart_areAllThatThereAre() {
        assertThat(Manifests.read(Chart.of("small").lastingText()).names("KafkaTopic"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Topics.COMPACTED.stream(), Topics.DEAD_LETTERS.stream())
                                .toList());
    }
}
