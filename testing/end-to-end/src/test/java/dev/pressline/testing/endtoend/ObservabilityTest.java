package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.local.process.Installation;
import dev.pressline.testing.endtoend.Observability.Query;
import dev.pressline.testing.endtoend.Observability.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dashboards, rules and runbooks, as far as they can be looked at without a running service. */
class ObservabilityTest {

    private static final String RUNBOOKS = "https://pressline.dev/docs/runbooks.md#";

    private static List<Rule> alerts() {
        return Observability.rules().stream().filter(Rule::isAlert).toList();
    }

    @Test
    void alerts_eachOfThem_hasARunbookAndACaseInWhichItFiresAndOneInWhichItDoesNot() {
        String runbooks = runbooks();
        String cases = cases();
        assertThat(alerts()).hasSizeGreaterThan(10);
        for (Rule alert : alerts()) {
            assertThat(alert.annotations())
                    .as(alert.name())
                    .containsKeys("summary", "description")
                    .containsEntry("runbook_url", RUNBOOKS + alert.name().toLowerCase(Locale.ROOT));
            assertThat(section(runbooks, alert.name()))
                    .as(alert.name())
                    .contains("**Confirm", "**Do.**")
                    .containsPattern("\\*(page|ticket)\\.\\*");
            assertThat(cases)
                    .contains("alertname: " + alert.name() + "\n        exp_alerts:\n")
                    .contains("alertname: " + alert.name() + ", exp_alerts: []}");
        }
    }

    private static String runbooks() {
        return Observability.text(Installation.find().root().resolve("docs/runbooks.md"));
    }

    @Test
    void panels_thatRunbooksName_areThere() {
        // Given
        String prose = runbooks().replaceAll("(?s)```.*?```|`[^`]*`", "").replace('\n', ' ');
        Set<String> titles = new HashSet<>();
        Observability.dashboards()
                .values()
                .forEach(
                        dashboard ->
                                dashboard
                                        .path("panels")
                                        .forEach(
                                                panel -> titles.add(panel.path("title").asText())));

        // When
        List<String> named =
                Pattern.compile("\"([^\"]+)\"")
                        .matcher(prose)
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        // Then
        assertThat(named).hasSizeGreaterThan(8);
        assertThat(titles).containsAll(named);
    }

    private static String section(String runbooks, String alert) {
        String[] parts = runbooks.split("## " + alert + "\n", 2);
        assertThat(parts).as("a section of its own: " + alert).hasSize(2);
        return parts[1].split("\n## ", 2)[0];
    }

    private static String cases() {
        return tests().stream().map(Observability::text).collect(Collectors.joining("\n"));
    }

    private static List<Path> tests() {
        try (Stream<Path> files = Files.list(Observability.ROOT.resolve("prometheus/tests"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void prometheusRule_ofTheOperator_isWhatTheRulesAreRenderedTo() throws Exception {
        Process render =
                new ProcessBuilder(Observability.ROOT.resolve("render").toString()).start();
        String rendered = new String(render.getInputStream().readAllBytes());
        assertThat(render.waitFor()).isZero();
        assertThat(Observability.text(Observability.ROOT.resolve("prometheusrule.yaml")))
                .as("render > prometheusrule.yaml")
                .isEqualTo(rendered);
    }

    @Test
    void dashboards_asTheyAreProvisioned_areWholeAndDoNotOverlap() {
        Set<String> ids = new HashSet<>();
        assertThat(Observability.dashboards()).hasSizeGreaterThan(4);
        Observability.dashboards()
                .forEach(
                        (file, dashboard) -> {
                            assertThat(ids.add(dashboard.path("uid").asText())).as(file).isTrue();
                            assertThat(dashboard.path("title").asText()).startsWith("Pressline: ");
                            assertThat(overlaps(dashboard)).as(file).isEmpty();
                            dashboard.path("panels").forEach(panel -> checkPanel(file, panel));
                        });
    }

    private static void checkPanel(String file, JsonNode panel) {
        String name = file + ": " + panel.path("title").asText();
        assertThat(panel.path("title").asText()).as(name).isNotEmpty();
        assertThat(panel.path("description").asText()).as(name).isNotEmpty();
        assertThat(panel.at("/fieldConfig/defaults/unit").asText()).as(name).isNotEmpty();
        assertThat(panel.path("targets")).as(name).isNotEmpty();
        assertThat(panel.at("/datasource/uid").asText()).as(name).isEqualTo("${datasource}");
    }

    private static List<String> overlaps(JsonNode dashboard) {
        Set<String> taken = new HashSet<>();
        List<String> overlaps = new ArrayList<>();
        for (JsonNode panel : dashboard.path("panels")) {
            JsonNode at = panel.path("gridPos");
            for (int x = at.path("x").asInt();
                    x < at.path("x").asInt() + at.path("w").asInt();
                    x++) {
                for (int y = at.path("y").asInt();
                        y < at.path("y").asInt() + at.path("h").asInt();
                        y++) {
                    if (x >= 24 || !taken.add(x + "," + y)) {
                        overlaps.add(panel.path("title").asText());
                    }
                }
            }
        }
        return overlaps;
    }

    @Test
    void names_ofAQuery_areFoundWhereverTheyStand() {
        PromQl names =
                PromQl.of(
                        "1 - sum by (stage) (rate(a_bucket{le=\"60.0\", stage=~\".*x\"}[5m]) and on"
                                + " (generation) (b == 1)) / max(time() - c:d) or absent(e{f!=\"g\"}) / 1e9");
        assertThat(names.selectors())
                .extracting(PromQl.Selector::metric)
                .containsExactly("a_bucket", "b", "c:d", "e");
        assertThat(names.selectors().getFirst().labels()).containsOnly("le", "stage");
        assertThat(names.selectors().getFirst().equal()).containsOnlyKeys("le");
        assertThat(names.groupings()).containsOnly("stage", "generation");
    }

    @Test
    void query_forWhatNoServiceShows_isFound() {
        Scrape scrape = Scrape.of(List.of("# TYPE a_total counter\na_total{stage=\"x\",} 3.0\n"));
        assertThat(missing("sum by (stage) (rate(a_total{stage=\"x\"}[5m]))", scrape)).isEmpty();
        assertThat(missing("rate(b_total[5m])", scrape)).isNotEmpty();
        assertThat(missing("rate(a_total{step=\"x\"}[5m])", scrape)).isNotEmpty();
        assertThat(missing("rate(a_total{stage=\"y\"}[5m])", scrape)).isNotEmpty();
        assertThat(missing("sum by (step) (a_total)", scrape)).isNotEmpty();
    }

    private static List<String> missing(String query, Scrape scrape) {
        return Observability.missing(new Query("a test", query, List.of()), scrape);
    }

    @Test
    void metric_thatIsNotNamedByTheRules_isFound() {
        assertThat(broken("counter", "pressline_good_total{stage=\"a\"} 1.0", "So many")).isEmpty();
        assertThat(broken("counter", "pressline_good_total{stage=\"a\"} 1.0", "")).isNotEmpty();
        assertThat(broken("gauge", "pressline_wait_ms 1.0", "How long")).isNotEmpty();
        assertThat(broken("counter", "pressline_bad 1.0", "So many")).isNotEmpty();
        assertThat(broken("gauge", "pressline_bad NaN", "How long")).isNotEmpty();
        assertThat(broken("gauge", "pressline_bad{did=\"a\"} 1.0", "How long")).isNotEmpty();
        assertThat(broken("gauge", "pressline_bad{source=\"at://a\"} 1.0", "How")).isNotEmpty();
    }

    private static List<String> broken(String type, String sample, String help) {
        String name = sample.split("[{ ]")[0];
        return MetricRules.broken(
                Scrape.of(
                        List.of(
                                "# HELP %s %s\n# TYPE %s %s\n%s\n"
                                        .formatted(name, help, name, type, sample))));
    }

    /** With the program of Debian's {@code prometheus}; skipped where it is not installed. */
    @Nested
    class WithPromtool {

        @TempDir Path folder;

        @BeforeEach
        void look() {
            assumeTrue(Promtool.installed().isPresent(), "promtool is not installed");
        }

        @Test
        void rules_andTheirCases_pass() throws Exception {
            Promtool.Verdict rules =
                    Promtool.run("", "check", "rules", Observability.RULES.toString());
            assertThat(rules.code()).as(rules.output()).isZero();
            List<String> arguments = new ArrayList<>(List.of("test", "rules"));
            tests().forEach(file -> arguments.add(file.toString()));
            Promtool.Verdict cases = Promtool.run("", arguments.toArray(String[]::new));
            assertThat(cases.code()).as(cases.output()).isZero();
        }

        @Test
        void cases_ofARuleThatIsBroken_fail() throws Exception {
            String broken =
                    Observability.text(Observability.RULES)
                            .replace("pressline_partitions_unassigned) > 0", "x) > 0");
            Files.writeString(folder.resolve("pressline.rules.yaml"), broken);
            Path tests = Files.createDirectory(folder.resolve("tests"));
            Path flow = tests.resolve("flow_test.yaml");
            Files.copy(Observability.ROOT.resolve("prometheus/tests/flow_test.yaml"), flow);

            assertThat(Promtool.run("", "test", "rules", flow.toString()).code()).isNotZero();
        }

        @Test
        void queries_ofAllPanels_areWellFormed() throws Exception {
            StringBuilder rules = new StringBuilder("groups:\n- name: panels\n  rules:\n");
            int number = 0;
            for (Query query : Observability.queries()) {
                rules.append("  - record: panel:%d\n    expr: |-\n".formatted(number++));
                query.text().lines().forEach(line -> rules.append("      " + line + '\n'));
            }
            Path file = Files.writeString(folder.resolve("panels.yaml"), rules);
            Promtool.Verdict verdict = Promtool.run("", "check", "rules", file.toString());
            assertThat(verdict.code()).as(verdict.output()).isZero();
        }
    }
}
