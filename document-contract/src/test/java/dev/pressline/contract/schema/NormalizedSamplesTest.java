package dev.pressline.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.Samples;
import dev.pressline.contract.Schemas;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizedSamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {"document", "document-bare", "publication", "subscription", "account"})
    void sample_readAndWritten_isTheSame(String name) throws IOException {
        // Given
        JsonNode sample = Samples.of(name);

        // When
        byte[] written = ContractJson.write(ContractJson.read(bytes(sample)));

        // Then
        assertThat(ContractJson.mapper().readTree(written)).isEqualTo(sample);
        assertThat(Schemas.faults(EventType.NORMALIZED, written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "document-bare", "publication", "subscription", "account"})
    void sample_withUnknownFieldsEverywhere_isReadAndKeepsThoseOfTheTop(String name)
            throws IOException {
        // Given
        ObjectNode extended = Samples.withUnknownFields(Samples.of(name));

        // When
        byte[] written = ContractJson.write(ContractJson.read(bytes(extended)));

        // Then
        assertThat(Schemas.faults(EventType.NORMALIZED, bytes(extended))).isEmpty();
        ObjectNode expected = (ObjectNode) Samples.of(name);
        expected.set(Samples.UNKNOWN, extended.get(Samples.UNKNOWN));
        assertThat(ContractJson.mapper().readTree(written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "publication", "subscription", "account"})
    void sample_withoutAnyOneOfItsFields_isRefusedByTheSchema(String name) {
        Samples.of(name)
                .fieldNames()
                .forEachRemaining(
                        field -> {
                            ObjectNode broken = (ObjectNode) Samples.of(name);
                            broken.remove(field);
                            assertThat(Schemas.faults(EventType.NORMALIZED, bytes(broken)))
                                    .as("without %s", field)
                                    .isNotEmpty();
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'uri':'at://nobody'}",
                "{'rev':'today'}",
                "{'words':-1}",
                "{'publishedAt':'2026-02-17'}",
                "{'tags':[1]}",
                "{'site':{'kind':'blog','uri':null,'url':null}}",
                "{'body':{'source':'text','blocks':[{'type':'poll'}]}}",
                "{'body':{'source':'text','blocks':[{'type':'quote','children':[{'type':'heading','level':7,'children':[]}]}]}}",
                "{'body':{'source':'text','blocks':[{'type':'paragraph','children':[{'type':'link','href':'javascript:x','children':[]}]}]}}"
            })
    void document_withAFieldOfAnotherShape_isRefusedByTheSchema(String change) throws IOException {
        // Given
        ObjectNode broken = (ObjectNode) Samples.of("document");
        broken.setAll((ObjectNode) ContractJson.mapper().readTree(change.replace('\'', '"')));

        // When / Then
        assertThat(Schemas.faults(EventType.NORMALIZED, bytes(broken))).isNotEmpty();
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
