package dev.pressline.normalize.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.LinkAnchor;
import dev.pressline.contract.document.Repair;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.core.Records;
import dev.pressline.normalize.testing.RealRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that are switched off one by one, certain ones among them. */
class SwitchedOffRulesTest {

    private static final Path TABLES = Path.of("src", "test", "resources", "rules");
    private static final String NEEDED = "unsafe-characters";

    static List<String> rules() {
        return RepairRules.names().stream()
                .map(RuleName::id)
                .filter(id -> !id.equals(NEEDED))
                .toList();
    }

    /** What the rule would repair by its own table, and the seed. */
    private static List<ObjectNode> records(String rule) throws IOException {
        List<ObjectNode> records = new ArrayList<>();
        records.add((ObjectNode) RealRecords.of("3mf42slbt3g42").value());
        Path table = TABLES.resolve(rule + ".json");
        if (Files.exists(table)) {
            for (JsonNode example : ContractJson.mapper().readTree(Files.readAllBytes(table))) {
                records.add((ObjectNode) example.path(example.has("given") ? "given" : "leaves"));
            }
        }
        return records;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_switchedOff_repairsNothingAndBreaksNoOther(String rule) throws IOException {
        // Given
        RepairSwitches switches = RepairSwitches.of(true, Set.of(rule));

        for (ObjectNode record : records(rule)) {
            // When
            Document document = Records.document(record, switches);

            // Then
            assertThat(document.repairs()).extracting(Repair::rule).doesNotContain(rule);
            assertThat(document.links())
                    .extracting(LinkAnchor::text)
                    .allSatisfy(anchor -> assertThat(document.text()).contains(anchor));
        }
    }

    @Test
    void rule_withoutWhichNothingCouldBeWritten_cannotBeSwitchedOff() {
        assertThatThrownBy(() -> RepairSwitches.of(true, Set.of(NEEDED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(NEEDED)
                .hasMessageContaining("pressline.normalize.disabled-rules");
    }
}
