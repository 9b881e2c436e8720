package dev.pressline.testing.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files of {@code deploy/kubernetes} that are made from the chart, and the one that the chart
 * has from {@code deploy/observability}. Stateless.
 */
final class Generated {

    private static final String HEAD =
            "# Made from deploy/helm by testing/manifests: change that, see deploy/kubernetes/README.md.\n";

    /** The templates of the base, with the default values. */
    private static final List<String> BASE =
            List.of("accounts", "disruption", "ingest", "network", "normalize", "render");

    /**
     * A directory below {@code components}, of which installation it is a part, and its templates.
     */
    private record Component(String name, String installation, List<String> templates) {}

    private static final List<Component> COMPONENTS =
            List.of(
                    new Component("strimzi", "small", List.of("kafka-topics", "kafka-users")),
                    new Component("brokers-small", "small", List.of("kafka-cluster")),
                    new Component("brokers-production", "production", List.of("kafka-cluster")),
                    new Component("store", "small", List.of("store")),
                    new Component("scaling", "production", List.of("scaling")),
                    new Component("monitoring", "production", List.of("monitoring")));

    private Generated() {}

    /** What each file has to say, by its place. */
    static Map<Path, String> files() {
        Map<Path, String> files = new TreeMap<>();
        Path base = Deploy.kubernetes().resolve("base");
        // Kustomize has its own way of noticing that settings change.
        Map<String, ?> values = Map.of("rollOnSettings", false);
        Chart plain = Chart.render(Chart.RELEASE, Optional.empty(), values);
        BASE.forEach(it -> files.put(base.resolve(it + ".yaml"), template(plain, it)));
        files.putAll(settings(plain, base));
        files.put(
                Deploy.chart().resolve("files/prometheusrule.yaml"),
                Deploy.read(Deploy.root().resolve("deploy/observability/prometheusrule.yaml")));
        for (Component component : COMPONENTS) {
            Path directory = Deploy.kubernetes().resolve("components").resolve(component.name());
            Chart chart = Chart.of(component.installation());
            component
                    .templates()
                    .forEach(it -> files.put(directory.resolve(it + ".yaml"), template(chart, it)));
        }
        return files;
    }

    private static String template(Chart chart, String name) {
        return chart.pieces().stream()
                .filter(piece -> piece.file().equals(name + ".yaml"))
                .map(Chart.Piece::text)
                .collect(Collectors.joining("---\n", HEAD, ""));
    }

    private static Map<Path, String> settings(Chart chart, Path directory) {
        Map<Path, String> files = new TreeMap<>();
        for (Chart.Piece piece : chart.pieces()) {
            if (piece.file().equals("settings.yaml")) {
                JsonNode map = StrictYaml.read(piece.text()).getFirst();
                String name =
                        map.at("/metadata/labels").path("app.kubernetes.io/component").asText();
                files.put(directory.resolve(name + ".env"), lines(map.path("data")));
            }
        }
        return files;
    }

    private static String lines(JsonNode data) {
        return data.propertyStream()
                .map(each -> each.getKey() + '=' + each.getValue().asText() + '\n')
                .collect(Collectors.joining("", HEAD, ""));
    }
}
