package dev.pressline.normalize.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.normalize.repair.RepairSwitches;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** First, do no harm. */
class CleanRecordsTest {

    private static final AtUri PUBLICATION =
            AtUri.parse("at://did:plc:y7zrib4us324a3v34wi4auz5/site.standard.publication/self");

    /** The generator draws some tags twice, which is a defect and no clean record. */
    static Stream<JsonNode> clean() {
        return Records.lines("corpus/clean.ndjson").stream()
                .filter(record -> hasOnlyDifferent(strings(record.path("tags"))));
    }

    private static boolean hasOnlyDifferent(List<String> tags) {
        return tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).distinct().count()
                == tags.size();
    }

    @ParameterizedTest
    @MethodSource("clean")
    void cleanRecord_ofAnyKind_isNotRepaired(JsonNode record) {
        boolean publication = record.get("$type").textValue().endsWith("publication");
        AtUri uri = publication ? PUBLICATION : Records.SEED;

        Normalization result = Records.normalize(uri, record, RepairSwitches.ALL);

        assertThat(result).isInstanceOf(Normalization.Published.class);
        Normalized value = ((Normalization.Published) result).value();
        switch (value) {
            case Document document -> {
                assertThat(document.repairs()).isEmpty();
                assertThat(document.tags()).isEqualTo(strings(record.path("tags")));
                assertThat(document.title()).isEqualTo(record.get("title").textValue());
            }
            case Publication given -> {
                assertThat(given.repairs()).isEmpty();
                assertThat(given.url()).contains(record.get("url").textValue());
            }
            default -> throw new AssertionError(value);
        }
    }

    @ParameterizedTest
    @MethodSource("clean")
    void plainText_ofCleanRecord_keepsEveryWord(JsonNode record) {
        if (record.has("textContent") && !record.has("content")) {
            String text = record.get("textContent").textValue();

            Document document = Records.document(record, RepairSwitches.ALL);

            assertThat(document.text().split("\\s+")).isEqualTo(text.strip().split("\\s+"));
        }
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::textValue).toList();
    }
}
