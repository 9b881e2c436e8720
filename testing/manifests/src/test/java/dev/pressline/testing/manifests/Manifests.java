package dev.pressline.testing.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.strimzi.api.kafka.model.kafka.Kafka;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All objects of an installation, by {@code Kind/name}. Immutable. */
record Manifests(Map<String, JsonNode> trees, List<HasMetadata> objects) {

    /** What has been read before is not read again: many texts differ in one object only. */
    private static final Map<String, List<Parsed>> READ = new ConcurrentHashMap<>();

    private record Parsed(String id, JsonNode tree, HasMetadata object) {}

    /** Those of a text; throws {@link BadManifestException} at the first fault. */
    static Manifests read(String text) {
        Map<String, JsonNode> trees = new TreeMap<>();
        List<HasMetadata> objects = new ArrayList<>();
        for (String document : text.split("(?m)^---\\n")) {
            for (Parsed each : READ.computeIfAbsent(document, Manifests::parse)) {
                if (trees.put(each.id(), each.tree()) != null) {
                    throw new BadManifestException("twice", each.id());
                }
                objects.add(each.object());
            }
        }
        return new Manifests(trees, objects);
    }

    private static List<Parsed> parse(String document) {
        return StrictYaml.read(document).stream()
                .map(tree -> new Parsed(id(tree), tree, Models.read(tree)))
                .toList();
    }

    static String id(JsonNode tree) {
        return tree.path("kind").asText() + '/' + tree.path("metadata").path("name").asText();
    }

    static String id(HasMetadata object) {
        return object.getKind() + '/' + object.getMetadata().getName();
    }

    /** The objects of one type. */
    <T extends HasMetadata> Stream<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast);
    }

    /** The trees of one kind. */
    Stream<JsonNode> all(String kind) {
        return trees.values().stream().filter(tree -> tree.path("kind").asText().equals(kind));
    }

    /** The names of all objects of one kind. */
    List<String> names(String kind) {
        return all(kind).map(tree -> tree.path("metadata").path("name").asText()).toList();
    }

    /** The workloads. */
    List<Workload> workloads() {
        return objects.stream().flatMap(object -> Workload.of(object).stream()).toList();
    }

    /** The workload of this kind and name. */
    Optional<Workload> workload(String id) {
        return workloads().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The Kafka cluster that is made here. */
    Optional<Kafka> cluster() {
        return all(Kafka.class).findFirst();
    }
}
