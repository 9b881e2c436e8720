package dev.pressline.normalize.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.convert.ContentConverter;
import dev.pressline.normalize.repair.RepairSwitches;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was repaired once needs no repair again, and every run gives the same bytes. */
class IdempotenceTest {

    private static final String[] PARTS = {
        "word ",
        "**",
        "****",
        "[",
        "]",
        "](https://",
        ")",
        "\\)",
        " ",
        "\n\n",
        "_",
        "&amp;amp;",
        "â€™",
        "’",
        "“",
        "f",
        "for",
        ".",
        "](http://x.example/y)",
        "\u0000",
        "\u202e",
        "&lt;",
        "*"
    };

    static Stream<JsonNode> records() {
        return Stream.concat(
                Stream.of(Records.resource("seed.json")),
                Records.lines("corpus/mangled.ndjson").stream());
    }

    @ParameterizedTest
    @MethodSource("records")
    void repairedRecord_normalizedAgain_isNotRepaired(JsonNode record) {
        Document once = Records.document(record, RepairSwitches.ALL);

        Document twice = Records.document(withBody(once, record), RepairSwitches.ALL);

        assertThat(twice.repairs()).isEmpty();
        assertThat(twice.text()).isEqualTo(once.text());
        assertThat(twice.tags()).isEqualTo(once.tags());
    }

    @Test
    void hostileTexts_normalizedAgain_areNotRepaired() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            ObjectNode record = ContractJson.mapper().createObjectNode();
            record.put("$type", "site.standard.document").put("title", "t");
            record.put("textContent", text(random, 25));
            record.putArray("tags").add(text(random, 4)).add(text(random, 3));

            Document once = Records.document(record, RepairSwitches.ALL);
            Document twice = Records.document(asRecord(once), RepairSwitches.ALL);

            assertThat(twice.repairs()).as(record.toString()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void record_normalizedTwice_givesTheSameBytes(JsonNode record) {
        byte[] first = ContractJson.write(Records.document(record, RepairSwitches.ALL));
        byte[] second = ContractJson.write(Records.document(record, RepairSwitches.ALL));

        assertThat(second).isEqualTo(first);
        assertThat(ContractJson.write(ContractJson.read(first))).isEqualTo(first);
    }

    private static String text(Random random, int parts) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(parts); i >= 0; i--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }

    /** The output as published, with the content where that, and not the text, is the body. */
    private static ObjectNode withBody(Document document, JsonNode original) {
        ObjectNode record = asRecord(document);
        if (!document.body().source().equals(ContentConverter.TEXT)) {
            record.remove("textContent");
            record.set("content", original.get("content"));
        }
        return record;
    }

    /** The output as if somebody had published it. */
    private static ObjectNode asRecord(Document document) {
        ObjectNode record = ContractJson.mapper().createObjectNode();
        record.put("$type", "site.standard.document");
        record.put("title", document.title());
        document.description().ifPresent(text -> record.put("description", text));
        document.publishedAt().ifPresent(date -> record.put("publishedAt", date.toString()));
        document.path().ifPresent(path -> record.put("path", path));
        document.site().url().ifPresent(url -> record.put("site", url));
        record.put("textContent", document.text());
        List<String> tags = document.tags();
        tags.forEach(record.withArray("tags")::add);
        return record;
    }
}
