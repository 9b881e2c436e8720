package dev.pressline.testing.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whether the rules can say no: each bad sample changes one text in one object of a good
 * installation, or adds an object, and has to be refused by the rule or check that it names.
 */
class PolicyTest {

    private static final Path SAMPLES = Path.of("src/test/resources/bad");

    /** What refuses text before any rule looks at it. */
    private static final List<String> CHECKS = List.of("yaml", "model", "kind", "twice");

    static Stream<Path> samples() {
        return Deploy.files(SAMPLES, ".yaml").stream();
    }

    private static JsonNode read(Path file) {
        return StrictYaml.read(Deploy.read(file)).getFirst();
    }

    private static String spoiled(JsonNode sample) {
        Chart chart = Chart.of(sample.path("installation").asText("production"));
        if (sample.has("add")) {
            return chart.text() + "---\n" + sample.path("add").asText();
        }
        String id = sample.path("in").asText();
        String text =
                chart.pieces().stream()
                        .filter(each -> each.id().equals(id))
                        .map(Chart.Piece::text)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no " + id));
        String replaced = sample.path("replace").asText();
        assertThat(text).as("what there is to be spoiled").contains(replaced);
        return chart.text(id, text.replace(replaced, sample.path("with").asText()));
    }

    private static Set<String> refusals(String text) {
        try {
            return Policy.faults(Manifests.read(text)).keySet();
        } catch (BadManifestException e) {
            return Set.of(e.check());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void badSample_isRefusedByTheRuleItNames(Path file) {
        JsonNode sample = read(file);
        Set<String> also = new TreeSet<>();
        sample.path("also").forEach(each -> also.add(each.asText()));
        also.add(sample.path("rule").asText());
        assertThat(refusals(spoiled(sample))).isEqualTo(also);
    }

    @Test
    void everyRuleAndCheck_hasABadSample() {
        List<String> names = new ArrayList<>(CHECKS);
        Policy.RULES.forEach(rule -> names.add(rule.name()));
        assertThat(samples().map(file -> read(file).path("rule").asText()))
                .containsAll(names)
                .allMatch(names::contains);
    }
}
