package dev.pressline.testing.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether what documents say to type works, by a real {@code kubectl} before a server that has the
 * objects of the overlay {@code small} and what operators make of them.
 */
class ClusterCommandsTest {

    private static final Optional<Path> KUBECTL = Overlay.kubectl();

    @TempDir private static Path directory;

    private static FakeCluster cluster;
    private static Path config;

    @BeforeAll
    static void start() throws IOException {
        assumeThat(KUBECTL).as("kubectl").isPresent();
        Manifests small = Manifests.read(Overlay.build(KUBECTL.orElseThrow(), "small"));
        List<JsonNode> objects = new ArrayList<>();
        small.trees().values().forEach(each -> objects.add(rolledOut(each)));
        for (String user : small.names("KafkaUser")) {
            objects.add(secret(user, "sasl.jaas.config"));
        }
        objects.add(secret("pressline-store", "access-key"));
        for (String name : List.of("INGRESS", "MONITORING", "KEDA")) {
            objects.add(object("Namespace", name));
        }
        Path file = Deploy.root().resolve("deploy/images/command.yaml");
        JsonNode command = StrictYaml.read(Deploy.read(file)).getFirst();
        objects.add(pod("pressline-command", "Succeeded", command.path("spec")));
        JsonNode render = small.trees().get("StatefulSet/pressline-render");
        objects.add(pod("pressline-render-0", "Running", render.at("/spec/template/spec")));
        cluster = FakeCluster.start(objects);
        config = cluster.config(directory);
        Files.createSymbolicLink(directory.resolve("deploy"), Deploy.root().resolve("deploy"));
        Files.writeString(directory.resolve("kafka.properties"), "a=b\n");
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private static ObjectNode object(String kind, String name) {
        ObjectNode object = ContractJson.mapper().createObjectNode();
        object.put("apiVersion", "v1").put("kind", kind);
        object.putObject("metadata").put("name", name).put("namespace", "pressline");
        return object;
    }

    private static ObjectNode secret(String name, String key) {
        ObjectNode secret = object("Secret", name);
        byte[] value = "secret".getBytes(StandardCharsets.UTF_8);
        secret.putObject("data").put(key, Base64.getEncoder().encodeToString(value));
        return secret;
    }

    private static ObjectNode pod(String name, String phase, JsonNode spec) {
        ObjectNode pod = object("Pod", name);
        pod.set("spec", spec);
        pod.putObject("status").put("phase", phase);
        return pod;
    }

    /** A workload as it is when it has rolled. */
    private static JsonNode rolledOut(JsonNode object) {
        ObjectNode copy = object.deepCopy();
        int replicas = copy.at("/spec/replicas").asInt(1);
        copy.putObject("status")
                .put("observedGeneration", 1)
                .put("replicas", replicas)
                .put("updatedReplicas", replicas)
                .put("readyReplicas", replicas)
                .put("availableReplicas", replicas)
                .put("currentRevision", "one")
                .put("updateRevision", "one");
        copy.withObjectProperty("metadata").put("generation", 1);
        return copy;
    }

    /** What is wrong with each of these, in their order. */
    private static List<String> faults(List<ClusterCommand> commands) {
        return commands.parallelStream()
                .map(ClusterCommandsTest::fault)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Nothing where it does what it should, as far as that can be without anything that runs. */
    private static Optional<String> fault(ClusterCommand command) {
        try {
            Path said = Files.createTempFile(directory, "said", ".txt");
            Process process = start(command, said);
            boolean isEnded = process.waitFor(30, TimeUnit.SECONDS);
            process.destroyForcibly();
            String text = Files.readString(said);
            boolean isGood =
                    isEnded && process.waitFor() == 0 || text.contains(FakeCluster.NOTHING_RUNS);
            return isGood
                    ? Optional.empty()
                    : Optional.of(command.document() + ": " + command.line() + "\n" + text);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(command.line(), e);
        }
    }

    private static Process start(ClusterCommand command, Path said) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-c", "set -o pipefail; " + command.tryable())
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        builder.environment()
                .putAll(Map.of("KUBECONFIG", config.toString(), "HOME", directory.toString()));
        return builder.start();
    }

    @Test
    void commands_thatDocumentsHaveReadersType_work() {
        // Given
        List<ClusterCommand> commands = ClusterCommand.all();

        // When / Then
        assertThat(faults(commands)).isEmpty();
        assertThat(commands).hasSizeGreaterThan(20);
    }

    @Test
    void commands_thatDoNot_areFound() {
        // Given
        List<ClusterCommand> commands =
                ClusterCommand.of(
                        "made-up.md",
                        """
                        `kubectl -n pressline rollout restart deployment statefulset`, `kubectl get pods`

                        ```sh
                        kubectl -n pressline port-forward \\
                            service/pressline-render 9999   # no such port
                        x=$(kubectl -n pressline get secret pressline-nobody)
                        kubectl -n pressline delete kafkatopics --al
                        kubectl apply -k deploy/kubernetes/overlays/large
                        ```
                        """);

        // When / Then
        assertThat(commands).hasSize(6);
        assertThat(faults(commands))
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("9999"),
                        fault -> assertThat(fault).contains("pressline-nobody"),
                        fault -> assertThat(fault).contains("unknown flag: --al"),
                        fault -> assertThat(fault).contains("large"),
                        fault -> assertThat(fault).contains("deployments/statefulset"));
    }
}
