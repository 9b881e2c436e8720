package dev.pressline.testing.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whether the overlays are the installations of the chart, object by object. */
class OverlayTest {

    @SuppressWarnings("unused") // a source of parameters
    private static final List<String> INSTALLATIONS = Chart.INSTALLATIONS;

    private static final Optional<Path> KUBECTL = Overlay.kubectl();

    @BeforeAll
    static void say() {
        if (KUBECTL.isEmpty()) {
            System.err.println(
                    "manifests: no kubectl with Kustomize 5, so that the overlays are not built");
        }
    }

    private static Manifests built(String installation) {
        assumeThat(KUBECTL).as("kubectl").isPresent();
        return Manifests.read(Overlay.build(KUBECTL.orElseThrow(), installation));
    }

    @ParameterizedTest
    @FieldSource("INSTALLATIONS")
    void overlay_built_isTheInstallationOfTheChart(String installation) {
        assumeThat(KUBECTL).as("kubectl").isPresent();
        String overlay = Overlay.plain(Overlay.build(KUBECTL.orElseThrow(), installation));
        assertThat(comparable(Manifests.read(overlay)))
                .containsExactlyInAnyOrderEntriesOf(
                        comparable(Manifests.read(Chart.of(installation).lastingText())));
    }

    /** Leaves out what only one of both has: its way of noticing settings, and the namespace. */
    private static Map<String, JsonNode> comparable(Manifests all) {
        Map<String, JsonNode> trees = new TreeMap<>();
        all.trees()
                .forEach(
                        (id, tree) -> {
                            ObjectNode copy = tree.deepCopy();
                            copy.withObjectProperty("metadata").remove("namespace");
                            if (copy.at("/spec/template/metadata") instanceof ObjectNode template) {
                                template.remove("annotations");
                            }
                            trees.put(id, copy);
                        });
        trees.remove("Namespace/pressline");
        return trees;
    }

    @ParameterizedTest
    @FieldSource("INSTALLATIONS")
    void overlay_built_keepsTheRules(String installation) {
        assertThat(Policy.faults(built(installation))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("INSTALLATIONS")
    void overlay_built_isInANamespaceThatIsRestricted(String installation) {
        assertThat(built(installation).trees()).containsKey("Namespace/pressline");
    }

    @Test
    void overlay_inAnotherNamespace_asksForWhatIsThere(@TempDir Path copy) throws IOException {
        // Given
        assumeThat(KUBECTL).as("kubectl").isPresent();
        for (String part : List.of("kubernetes", "observability")) {
            Path from = Deploy.root().resolve("deploy").resolve(part);
            for (Path file : Deploy.files(from, "yaml")) {
                copy(file, copy.resolve(part).resolve(from.relativize(file)));
            }
            for (Path file : Deploy.files(from, ".env")) {
                copy(file, copy.resolve(part).resolve(from.relativize(file)));
            }
        }
        Path overlay = copy.resolve("kubernetes/overlays/production");
        Path file = overlay.resolve("kustomization.yaml");
        Files.writeString(
                file, Deploy.read(file).replace("namespace: pressline\n", "namespace: news\n"));

        // When
        List<JsonNode> triggers =
                Manifests.read(Overlay.build(KUBECTL.orElseThrow(), overlay))
                        .all("ScaledObject")
                        .flatMap(it -> it.at("/spec/triggers").valueStream())
                        .toList();

        // Then
        assertThat(triggers)
                .hasSize(5)
                .allMatch(
                        it ->
                                it.at("/metadata/bootstrapServers").asText().contains(".news.svc:")
                                        || it.at("/metadata/query")
                                                .asText()
                                                .contains("namespace=\"news\""));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    /** What can be seen of Kustomizations without kubectl. */
    @Test
    void kustomizations_nameFilesThatAreThere() {
        List<String> missing = new ArrayList<>();
        for (Path file : Deploy.files(Deploy.kubernetes(), "kustomization.yaml")) {
            JsonNode it = StrictYaml.read(Deploy.read(file)).getFirst();
            for (String field : List.of("resources", "components")) {
                for (JsonNode named : it.path(field)) {
                    Path target = file.resolveSibling(named.asText()).normalize();
                    Path found =
                            Files.isDirectory(target)
                                    ? target.resolve("kustomization.yaml")
                                    : target;
                    if (!Files.isRegularFile(found)) {
                        missing.add(file + ": " + named.asText());
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }
}
