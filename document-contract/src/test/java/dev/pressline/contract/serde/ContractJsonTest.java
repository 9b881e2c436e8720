package dev.pressline.contract.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.Samples;
import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.document.Document;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractJsonTest {

    private static final String ACCOUNT =
            "{\"type\":\"account\",\"did\":\"did:plc:ewvi7nxzyoun6zhxrhs64oiz\","
                    + "\"rev\":\"3mf42slbt3h2c\",\"active\":true,\"status\":null";

    @Test
    void write_sameValueTwice_givesTheSameBytes() {
        Document document = (Document) ContractJson.read(bytes(Samples.of("document").toString()));

        assertThat(ContractJson.write(document)).isEqualTo(ContractJson.write(document));
    }

    @Test
    void read_unknownField_isKeptAsItCame() {
        // Given
        String json = ACCOUNT + ",\"later\":{\"a\":[1,1.50,null],\"b\":\"\\u00e9\"}}";

        // When
        AccountState account = (AccountState) ContractJson.read(bytes(json));

        // Then
        JsonNode later = account.more().get("later");
        assertThat(later.path("b").asText()).isEqualTo("é");
        assertThat(new String(ContractJson.write(account), StandardCharsets.UTF_8))
                .isEqualTo(
                        ACCOUNT + ",\"handle\":null,\"later\":{\"a\":[1,1.5,null],\"b\":\"é\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"document\"",
                "{}",
                "{\"type\":\"poem\"}",
                "{\"type\":\"account\"",
                "{\"type\":\"account\",\"did\":\"nobody\",\"rev\":\"3mf42slbt3h2c\",\"active\":true}",
                "{\"type\":\"account\",\"did\":\"did:plc:abc\",\"rev\":\"3mf42slbt3h2c\",\"active\":null}",
                "{\"type\":\"account\",\"did\":\"did:plc:abc\",\"rev\":\"3mf42slbt3h2c\",\"active\":true} {}"
            })
    void read_whatIsNoValue_isRefusedSayingSo(String json) {
        assertThatExceptionOfType(UnreadableValueException.class)
                .isThrownBy(() -> ContractJson.read(bytes(json)))
                .withMessageStartingWith("not a Normalized: ");
    }

    @Test
    void read_nestingBeyondTheLimit_isRefused() {
        String deep = nested(ContractJson.MAX_DEPTH + 1);

        assertThatExceptionOfType(UnreadableValueException.class)
                .isThrownBy(() -> ContractJson.read(bytes(ACCOUNT + ",\"x\":" + deep + "}")));
    }

    @Test
    void read_nestingWithinTheLimit_isKept() {
        String deep = nested(ContractJson.MAX_DEPTH - 1);

        AccountState account =
                (AccountState) ContractJson.read(bytes(ACCOUNT + ",\"x\":" + deep + "}"));

        assertThat(account.more().get("x").toString()).isEqualTo(deep);
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
