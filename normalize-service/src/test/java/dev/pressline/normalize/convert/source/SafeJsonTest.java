package dev.pressline.normalize.convert.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.serde.ContractJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeJsonTest {

    private static JsonNode json(String text) throws Exception {
        return ContractJson.mapper().readTree(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "1", "null", "[\"a\", 1, {\"b\": [true]}]", "{}"})
    void value_ofSafeStrings_staysTheSame(String value) throws Exception {
        JsonNode given = json(value);

        assertThat(SafeJson.of(given)).isSameAs(given);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"\\u0000\" | \" \"",
                "[1, \"\\u0000\", \"a\"] | [1, \" \", \"a\"]",
                "{\"a\": {\"b\": [\"\\u0000\", null, true]}, \"c\": 1.5} "
                        + "| {\"a\": {\"b\": [\" \", null, true]}, \"c\": 1.5}",
            })
    void string_atAnyDepth_isMadeSafe(String value, String safe) throws Exception {
        assertThat(SafeJson.of(json(value))).isEqualTo(json(safe));
    }
}
