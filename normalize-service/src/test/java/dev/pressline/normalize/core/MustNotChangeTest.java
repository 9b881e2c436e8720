package dev.pressline.normalize.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.Document;
import dev.pressline.normalize.repair.RepairSwitches;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that a careless repair of mojibake would spoil, as title and as text. */
class MustNotChangeTest {

    static Stream<String> texts() {
        return Records.lines("mojibake/must-not-change.ndjson").stream().map(JsonNode::textValue);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void text_thatOnlyLooksBroken_staysByteForByte(String text) {
        // Given
        ObjectNode record =
                (ObjectNode)
                        Records.json(
                                """
                                {"$type": "site.standard.document", "path": "/one",
                                 "site": "https://press.example", "publishedAt": "2026-02-17T22:58:56Z"}""");
        record.put("title", text).put("textContent", text);

        // When
        Document document = Records.document(record, RepairSwitches.ALL);

        // Then
        assertThat(document.title()).isEqualTo(text);
        assertThat(document.text()).isEqualTo(text);
        assertThat(document.repairs()).isEmpty();
    }
}
