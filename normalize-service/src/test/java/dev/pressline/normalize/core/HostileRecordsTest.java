package dev.pressline.normalize.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.repair.RepairSwitches;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a record holds, it is normalized or rejected with a reason, and can be written. */
class HostileRecordsTest {

    private static final List<JsonNode> STRANGE =
            List.of(
                    Records.json("null"),
                    Records.json("true"),
                    Records.json("-7"),
                    Records.json("1e400"),
                    Records.json("123456789012345678901234567890"),
                    Records.json("\"\""),
                    Records.json("\"\\ud800 \\u0000 \\udc00\\uffff\""),
                    Records.json("\"at://did:plc:x/a.b.c/d\""),
                    Records.json("[]"),
                    Records.json("[null, [[]], {\"\": [1]}]"),
                    Records.json("{}"),
                    Records.json("{\"\\u0000\\ud800\": \"\\ud800\", \"/~\": {}}"));

    @Test
    void record_withAnyFieldOfAnyType_isNormalizedAndWritable() {
        // Given
        List<JsonNode> records = new ArrayList<>(Records.lines("corpus/clean.ndjson"));
        records.addAll(Records.lines("corpus/mangled.ndjson"));
        records.add(Records.resource("seed.json"));
        Random random = new Random(11);

        for (JsonNode record : records) {
            for (int i = 0; i < 40; i++) {
                // When
                JsonNode mutant = mutated(record.deepCopy(), random);
                Document document = Records.document(mutant, RepairSwitches.ALL);

                // Then
                byte[] json = ContractJson.write(document);
                assertThat(ContractJson.read(json)).isInstanceOf(Document.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "*", "**a ", "**a****", "](https://x ", "[](", "&amp;", "â€", "\u202e"})
    void text_ofHundredThousandMarks_isNormalized(String mark) {
        ObjectNode record = ContractJson.mapper().createObjectNode();
        record.put("textContent", mark.repeat(100_000 / mark.length()));
        record.putArray("tags").add("x [y").add(mark.repeat(1_000 / mark.length()));

        Document document = Records.document(record, RepairSwitches.ALL);

        assertThat(ContractJson.write(document)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "\"text\"", "true"})
    void value_thatIsNoObject_isRejected(String json) {
        assertThat(read(json)).isEqualTo(RejectionReason.NOT_AN_OBJECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "{\"a\":}", "\u0000", "{'a':1}"})
    void value_thatIsNoJson_isRejected(String json) {
        assertThat(read(json)).isEqualTo(RejectionReason.NOT_JSON);
    }

    @Test
    void value_beyondTheReadersLimits_isRejected() {
        assertThat(read("{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"))
                .isEqualTo(RejectionReason.BEYOND_LIMITS);
        assertThat(read("{\"a\":" + "9".repeat(5_000) + "}"))
                .isEqualTo(RejectionReason.BEYOND_LIMITS);
    }

    private static RejectionReason read(String json) {
        Normalization result =
                new Normalizer(RepairSwitches.ALL)
                        .normalize(
                                Records.envelope(Records.SEED),
                                json.getBytes(StandardCharsets.UTF_8),
                                Identity.of(Records.SEED.did()));
        assertThat(result).isInstanceOf(Normalization.Rejected.class);
        return ((Normalization.Rejected) result).reason();
    }

    /** The record with a few values, anywhere in it, of another type. */
    private static JsonNode mutated(JsonNode record, Random random) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            mutate(record, random);
        }
        return record;
    }

    private static void mutate(JsonNode node, Random random) {
        JsonNode strange = STRANGE.get(random.nextInt(STRANGE.size())).deepCopy();
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (object.get(name).isContainerNode() && random.nextInt(3) > 0) {
                mutate(object.get(name), random);
            } else {
                object.set(name, strange);
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            int index = random.nextInt(array.size());
            if (array.get(index).isContainerNode() && random.nextInt(3) > 0) {
                mutate(array.get(index), random);
            } else {
                array.set(index, strange);
            }
        }
    }
}
