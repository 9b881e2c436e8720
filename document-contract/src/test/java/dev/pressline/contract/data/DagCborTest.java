package dev.pressline.contract.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DagCborTest {

    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "23, 17",
        "24, 1818",
        "255, 18ff",
        "256, 190100",
        "65535, 19ffff",
        "65536, 1a00010000",
        "4294967295, 1affffffff",
        "4294967296, 1b0000000100000000",
        "9223372036854775807, 1b7fffffffffffffff",
        "-1, 20",
        "-24, 37",
        "-25, 3818",
        "-9223372036854775808, 3b7fffffffffffffff",
        "1e2, 1864"
    })
    void encode_integer_takesTheShortestHead(String number, String hex) {
        assertThat(encode(number)).isEqualTo(hex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "9223372036854775808", "1e400", "1e999999999", "-1e999999"})
    void encode_numberOutsideTheDataModel_isRefused(String number) {
        assertRefused(number);
    }

    @Test
    void encode_keys_areSortedByLengthThenBytes() {
        // "é" is two bytes, so it comes after "z" and "aa"
        assertThat(encode("{\"é\":4,\"aa\":3,\"z\":2,\"a\":1}"))
                .isEqualTo("a4" + "616101" + "617a02" + "62616103" + "62c3a904");
    }

    @Test
    void encode_nestingAtTheLimit_isWrittenAndOneDeeperRefused() {
        assertThat(DagCbor.encode(nested(DagCbor.MAX_DEPTH))).hasSize(DagCbor.MAX_DEPTH + 1);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> DagCbor.encode(nested(DagCbor.MAX_DEPTH + 1)))
                .withMessageContaining("nesting");
    }

    @Test
    void encode_bytesThatAreNoBase64_areRefused() {
        assertRefused("{\"$bytes\":\"not base64!\"}");
    }

    @Property
    void encode_sameObjectWithFieldsTurnedRound_givesTheSameBytes(
            @ForAll String first, @ForAll String second) {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode oneWay = mapper.createObjectNode().put("a" + first, 1).put("b" + second, 2);
        JsonNode otherWay = mapper.createObjectNode().put("b" + second, 2).put("a" + first, 1);

        assertThat(DagCbor.encode(oneWay)).isEqualTo(DagCbor.encode(otherWay));
    }

    private static JsonNode nested(int depth) {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode value = mapper.getNodeFactory().nullNode();
        for (int i = 0; i < depth; i++) {
            value = mapper.createArrayNode().add(value);
        }
        return value;
    }

    private static void assertRefused(String json) {
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> encode(json));
    }

    private static String encode(String json) {
        try {
            return HexFormat.of().formatHex(DagCbor.encode(new ObjectMapper().readTree(json)));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
