package dev.pressline.contract.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.pressline.contract.serde.ContractJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** References between records and to blobs, as JSON. */
class ReferencesTest {

    private static final String URI =
            "at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/site.standard.document/3mf42slbt3g42";
    private static final String CID = "bafyreiclp443lavogvhj3d2ob2cxbfuscni2k5jk7bebjzg7khl3esabwq";
    private static final String RAW = "bafkreiccldh766hwcnuxnf2wh6jgzepf2nlu2lvcllt63eww5p6chi4ity";

    @Test
    void strongRef_asJson_isItsTwoStrings() throws JsonProcessingException {
        // Given
        String json = "{\"uri\":\"" + URI + "\",\"cid\":\"" + CID + "\"}";

        // When
        StrongRef read = ContractJson.mapper().readValue(json, StrongRef.class);

        // Then
        assertThat(read).isEqualTo(new StrongRef(AtUri.parse(URI), Cid.parse(CID)));
        assertThat(ContractJson.mapper().writeValueAsString(read)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"uri\":\"at://alice.example/a.b.c/d\",\"cid\":\"" + CID + "\"}",
                "{\"uri\":\"" + URI + "\",\"cid\":\"bafy\"}",
                "{\"uri\":\"" + URI + "#x\",\"cid\":\"" + CID + "\"}"
            })
    void strongRef_toNoVersionOfARecord_isRefused(String json) {
        assertThatThrownBy(() -> ContractJson.mapper().readValue(json, StrongRef.class))
                .isInstanceOf(JsonMappingException.class);
    }

    @Test
    void blobRef_asJson_keepsTheClaims() throws JsonProcessingException {
        // Given
        BlobRef blob = new BlobRef(Cid.parse(RAW), "image/jpeg", -1);

        // When
        String json = ContractJson.mapper().writeValueAsString(blob);

        // Then
        assertThat(json)
                .isEqualTo("{\"cid\":\"" + RAW + "\",\"mimeType\":\"image/jpeg\",\"size\":-1}");
        assertThat(ContractJson.mapper().readValue(json, BlobRef.class)).isEqualTo(blob);
        assertThat(blob.cid().codec()).isEqualTo(Cid.Codec.RAW);
    }
}
