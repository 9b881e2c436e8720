package dev.pressline.normalize.convert.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.normalize.core.Records;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "1", "null", "[\"a\", 1, {\"b\": [true]}]", "{}"})
    void value_ofSafeStrings_staysTheSame(String value) {
        JsonNode given = Records.json(value);

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
    void string_atAnyDepth_isMadeSafe(String value, String safe) {
        assertThat(SafeJson.of(Records.json(value))).isEqualTo(Records.json(safe));
    }
}
