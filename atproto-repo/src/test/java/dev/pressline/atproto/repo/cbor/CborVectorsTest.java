package dev.pressline.atproto.repo.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.Vectors;
import dev.pressline.contract.data.DagCbor;
import dev.pressline.contract.data.InvalidDataException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CborVectorsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<JsonNode> fixtures() {
        return Vectors.of("data-model/data-model-fixtures.json");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void json_ofEveryVector_isAsStatedAndGivesTheSameBlock(JsonNode vector) throws IOException {
        // Given
        byte[] block = Vectors.base64(vector.path("cbor_base64"));

        // When
        JsonNode json = MAPPER.readTree(RecordJson.of(block));

        // Then
        assertThat(json).isEqualTo(vector.path("json"));
        assertThat(DagCbor.encode(json)).isEqualTo(block);
        assertThat(BinaryCid.ofBlock(block)).hasToString(vector.path("cid").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "a, cut short",
        "a161, cut within a key",
        "a16161fb3ff8000000000000, a float",
        "a16161f7, undefined",
        "a16161f97e00, a half float",
        "a161611801, an integer not in shortest form",
        "a1616118, cut within a number",
        "a16161190001, an integer not in shortest form",
        "a161611a00000001, an integer not in shortest form",
        "a161611b0000000000000001, an integer not in shortest form",
        "a161611b8000000000000000, an integer beyond 64 bits",
        "a161613b8000000000000000, an integer beyond 64 bits",
        "bf616101ff, an indefinite map",
        "a161619f01ff, an indefinite array",
        "a161617f6161ff, indefinite text",
        "a10101, a key that is no text",
        "a2616101616102, a doubled key",
        "a2616201616101, keys out of order",
        "a262616101616202, a longer key first",
        "a16001, an empty key",
        "a16161c101, another tag",
        "a16161d82a4101, a link that is too short",
        "a1616161ff, text that is not UTF-8",
        "a1616163eda080, a surrogate in text",
        "a1616162c080, an overlong NUL",
        "a16161f8ff, another simple value",
        "a1616101f6, bytes behind the item",
        "80, no map",
        "a16161ba7fffffff, a container that claims too much",
        "a161619a7fffffff, an array that claims too much",
        "a161617a7fffffff, text that claims too much",
        "a165246c696e6b6161, a key that JSON cannot tell apart"
    })
    void record_notCanonical_isRefused(String hex, String why) {
        byte[] block = HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : hex + "1");

        assertThatThrownBy(() -> RecordJson.of(block))
                .as(why)
                .isInstanceOf(InvalidRepoException.class);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void record_anyByteChanged_isRefusedOrReadsAsItself(JsonNode vector) throws IOException {
        byte[] block = Vectors.base64(vector.path("cbor_base64"));
        for (int at = 0; at < block.length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] mutant = block.clone();
                mutant[at] = (byte) value;
                requireCanonicalOrRefused(mutant);
            }
        }
    }

    private static void requireCanonicalOrRefused(byte[] mutant) throws IOException {
        try {
            JsonNode json = MAPPER.readTree(RecordJson.of(mutant));
            assertThat(DagCbor.encode(json)).isEqualTo(mutant);
        } catch (InvalidRepoException | InvalidDataException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
