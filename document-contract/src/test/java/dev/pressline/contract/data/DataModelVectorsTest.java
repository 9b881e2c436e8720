package dev.pressline.contract.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.Vectors;
import dev.pressline.contract.identifier.Cid;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DataModelVectorsTest {

    @ParameterizedTest
    @MethodSource("fixtures")
    void record_ofFixture_hasItsBytesAndCid(String cid, JsonNode record, byte[] cbor) {
        assertThat(DagCbor.encode(record)).isEqualTo(cbor);
        assertThat(RecordCid.of(record)).contains(Cid.parse(cid));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("valid")
    void record_ofValidVector_hasCid(String note, JsonNode record) {
        assertThat(RecordCid.of(record)).isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void record_ofInvalidVector_hasNoCid(String note, JsonNode record) {
        assertThat(RecordCid.of(record)).isEmpty();
    }

    static Stream<Arguments> fixtures() {
        return Vectors.dataModel("data-model-fixtures.json")
                .map(
                        entry ->
                                Arguments.of(
                                        entry.get("cid").asText(),
                                        entry.get("json"),
                                        Base64.getDecoder()
                                                .decode(entry.get("cbor_base64").asText())));
    }

    static Stream<Arguments> valid() {
        return noted("data-model-valid.json");
    }

    static Stream<Arguments> invalid() {
        return noted("data-model-invalid.json");
    }

    private static Stream<Arguments> noted(String name) {
        return Vectors.dataModel(name)
                .map(entry -> Arguments.of(entry.get("note").asText(), entry.get("json")));
    }
}
