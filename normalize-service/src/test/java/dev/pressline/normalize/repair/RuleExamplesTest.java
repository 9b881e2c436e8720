package dev.pressline.normalize.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.core.Records;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule against its own table of what it must and must not touch. */
class RuleExamplesTest {

    /** Rules that change no field: they have tests of their own. */
    private static final Set<String> WITHOUT_TABLE = Set.of("anchor-address");

    private static final List<RepairRule> RULES =
            RepairRules.all().stream()
                    .filter(rule -> !WITHOUT_TABLE.contains(rule.name().id()))
                    .toList();

    private static final List<Example> EXAMPLES =
            RULES.stream().flatMap(rule -> examples(rule).stream()).toList();

    private static final RecordFacts FACTS =
            new RecordFacts(
                    Records.SEED,
                    Tid.of(Instant.parse("2026-02-18T02:46:40Z").toEpochMilli() * 1_000, 0),
                    Optional.of(Handle.parse("fightforthefuture.org")));

    /** What a rule is given, and what it gives or leaves. */
    record Example(RepairRule rule, JsonNode json) {

        @Override
        public String toString() {
            return rule.name().id() + ' ' + json;
        }
    }

    static List<RepairRule> rules() {
        return RULES;
    }

    static List<Example> examples() {
        return EXAMPLES;
    }

    private static List<Example> examples(RepairRule rule) {
        List<Example> examples = new ArrayList<>();
        table(rule.name().id()).forEach(json -> examples.add(new Example(rule, json)));
        return examples;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_hasExamplesThatItTouchesAndThatItLeaves(RepairRule rule) {
        assertThat(examples(rule))
                .anyMatch(example -> example.json().has("given"))
                .anyMatch(example -> example.json().has("leaves"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void rule_givenAnExample_touchesOnlyWhatItMust(Example example) {
        // Given
        JsonNode json = example.json();
        ObjectNode given = (ObjectNode) json.path(json.has("given") ? "given" : "leaves");
        ObjectNode expected = (ObjectNode) json.path(json.has("gives") ? "gives" : "leaves");
        ObjectNode copy = given.deepCopy();

        // When
        Draft draft = new Draft(given, FACTS, RepairSwitches.ALL);
        example.rule().repair(draft);

        // Then
        assertThat(draft.record()).isEqualTo(expected);
        assertThat(draft.repairs().isEmpty()).isEqualTo(json.has("leaves"));
        assertThat(given).as("the raw record").isEqualTo(copy);
    }

    private static JsonNode table(String rule) {
        String name = "/rules/" + rule + ".json";
        try (InputStream bytes = RuleExamplesTest.class.getResourceAsStream(name)) {
            assertThat(bytes).as(name).isNotNull();
            return ContractJson.mapper().readTree(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
