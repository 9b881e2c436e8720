package dev.pressline.testing.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.process.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The files of {@code deploy/observability}, and what they ask Prometheus for. Stateless. */
final class Observability {

    static final Path ROOT = Installation.find().root().resolve("deploy/observability");
    static final Path RULES = ROOT.resolve("prometheus/pressline.rules.yaml");

    /** The labels that Prometheus itself adds to what it reads. */
    private static final Set<String> OF_TARGETS = Set.of("job", "instance");

    private Observability() {}

    /** A rule: an alert, or a query with a name of its own. */
    record Rule(String name, boolean isAlert, String query, Map<String, String> annotations) {}

    /** A query and where it stands. */
    record Query(String where, String text, List<String> shown) {}

    /** All rules. */
    static List<Rule> rules() {
        Map<String, List<Map<String, Object>>> file = new Yaml().load(text(RULES));
        List<Rule> rules = new ArrayList<>();
        for (Map<String, Object> group : file.get("groups")) {
            for (Map<String, Object> rule : maps(group.get("rules"))) {
                boolean isAlert = rule.containsKey("alert");
                rules.add(
                        new Rule(
                                String.valueOf(rule.get(isAlert ? "alert" : "record")),
                                isAlert,
                                String.valueOf(rule.get("expr")),
                                texts(rule.get("annotations"))));
            }
        }
        return rules;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object list) {
        return (List<Map<String, Object>>) list;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> texts(Object map) {
        return map == null ? Map.of() : (Map<String, String>) map;
    }

    /** All dashboards by the names of their files. */
    static Map<String, JsonNode> dashboards() {
        Map<String, JsonNode> dashboards = new TreeMap<>();
        try (Stream<Path> files = Files.list(ROOT.resolve("grafana/dashboards"))) {
            for (Path file : files.toList()) {
                dashboards.put(
                        file.getFileName().toString(),
                        ContractJson.mapper().readTree(file.toFile()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return dashboards;
    }

    /** Every query of a rule or a panel, with the variables of Grafana filled in. */
    static List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        rules().forEach(rule -> queries.add(new Query(rule.name(), rule.query(), List.of())));
        dashboards()
                .forEach(
                        (file, dashboard) ->
                                dashboard
                                        .path("panels")
                                        .forEach(panel -> queries.addAll(ofPanel(file, panel))));
        return queries;
    }

    private static List<Query> ofPanel(String file, JsonNode panel) {
        List<Query> queries = new ArrayList<>();
        for (JsonNode target : panel.path("targets")) {
            String query =
                    target.path("expr")
                            .asText()
                            .replace("$__rate_interval", "5m")
                            .replace("$__range", "6h")
                            .replaceAll("\\$(generation|stage)", ".*");
            List<String> shown = new ArrayList<>();
            java.util.regex.Matcher label =
                    java.util.regex.Pattern.compile("\\{\\{(\\w+)}}")
                            .matcher(target.path("legendFormat").asText());
            while (label.find()) {
                shown.add(label.group(1));
            }
            queries.add(new Query(file + ": " + panel.path("title").asText(), query, shown));
        }
        return queries;
    }

    /** What a query asks for that a scrape does not show, in words. */
    static List<String> missing(Query query, Scrape scrape) {
        List<String> missing = new ArrayList<>();
        PromQl names = PromQl.of(query.text());
        Set<String> recorded = rules().stream().map(Rule::name).collect(Collectors.toSet());
        Set<String> known = new java.util.HashSet<>(OF_TARGETS);
        for (PromQl.Selector each : names.selectors()) {
            if (!recorded.contains(each.metric())) {
                known.addAll(scrape.labels(each.metric()));
                missing.addAll(missing(query.where(), each, scrape));
            }
        }
        Stream.concat(names.groupings().stream(), query.shown().stream())
                .filter(label -> !known.contains(label))
                .forEach(label -> missing.add(query.where() + ": no label " + label));
        return missing;
    }

    private static List<String> missing(String where, PromQl.Selector each, Scrape scrape) {
        if (scrape.named(each.metric()).isEmpty()) {
            return List.of(where + ": no metric " + each.metric());
        }
        List<String> missing = new ArrayList<>();
        each.labels().stream()
                .filter(label -> !scrape.labels(each.metric()).contains(label))
                .forEach(label -> missing.add(where + ": no label " + label));
        boolean isThere =
                scrape.named(each.metric()).stream()
                        .anyMatch(s -> s.labels().entrySet().containsAll(each.equal().entrySet()));
        if (!isThere) {
            missing.add(where + ": no " + each.metric() + " of " + each.equal());
        }
        return missing;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
