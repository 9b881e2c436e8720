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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every rule against its own table of what it must and must not touch. */
class RuleExamplesTest {

    /** Rules that change no field: they have tests of their own. */
    private static final Set<String> WITHOUT_TABLE = Set.of("anchor-address");

    private static final RecordFacts FACTS =
            new RecordFacts(
                    Records.SEED,
                    Tid.of(Instant.parse("2026-02-18T02:46:40Z").toEpochMilli() * 1_000, 0),
                    Optional.of(Handle.parse("fightforthefuture.org")));

    @TestFactory
    Stream<DynamicContainer> rule_givenItsExamples_touchesOnlyWhatItMust() {
        return RepairRules.all().stream()
                .filter(rule -> !WITHOUT_TABLE.contains(rule.name().id()))
                .map(rule -> DynamicContainer.dynamicContainer(rule.name().id(), tests(rule)));
    }

    private static Stream<DynamicTest> tests(RepairRule rule) {
        List<DynamicTest> tests = new ArrayList<>();
        boolean touches = false;
        boolean leaves = false;
        for (JsonNode example : table(rule.name().id())) {
            touches |= example.has("given");
            leaves |= example.has("leaves");
            tests.add(DynamicTest.dynamicTest(example.toString(), () -> check(rule, example)));
        }
        assertThat(touches).as("examples that " + rule.name() + " must touch").isTrue();
        assertThat(leaves).as("examples that " + rule.name() + " must not touch").isTrue();
        return tests.stream();
    }

    private static void check(RepairRule rule, JsonNode example) {
        // Given
        ObjectNode given = (ObjectNode) example.path(example.has("given") ? "given" : "leaves");
        ObjectNode expected = (ObjectNode) example.path(example.has("gives") ? "gives" : "leaves");
        ObjectNode copy = given.deepCopy();

        // When
        Draft draft = new Draft(given, FACTS, RepairSwitches.ALL);
        rule.repair(draft);

        // Then
        assertThat(draft.record()).isEqualTo(expected);
        assertThat(draft.repairs().isEmpty()).isEqualTo(example.has("leaves"));
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
