package dev.pressline.atproto.repo.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.Vectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    static Stream<JsonNode> signatures() {
        return Vectors.of("crypto/signature-fixtures.json");
    }

    static Stream<JsonNode> validSignatures() {
        return signatures().filter(vector -> vector.path("validSignature").asBoolean());
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void signed_everyVectorByBothForms_isAsStated(JsonNode vector) {
        // Given
        byte[] message = Vectors.base64(vector.path("messageBase64"));
        byte[] signature = Vectors.base64(vector.path("signatureBase64"));
        SigningKey byDid = SigningKey.ofDidKey(vector.path("publicKeyDid").asText());
        SigningKey byDocument =
                SigningKey.of(
                        vector.path("didDocSuite").asText(),
                        vector.path("publicKeyMultibase").asText());

        // Then
        boolean valid = vector.path("validSignature").asBoolean();
        assertThat(byDid.signed(message, signature)).isEqualTo(valid);
        assertThat(byDocument.signed(message, signature)).isEqualTo(valid);
    }

    @ParameterizedTest
    @MethodSource("validSignatures")
    void signed_anyBitFlipped_isNot(JsonNode vector) {
        byte[] message = Vectors.base64(vector.path("messageBase64"));
        SigningKey key = SigningKey.ofDidKey(vector.path("publicKeyDid").asText());

        assertThat(IntStream.range(0, SigningKey.SIGNATURE_LENGTH * 8))
                .noneMatch(
                        bit -> {
                            byte[] signature = Vectors.base64(vector.path("signatureBase64"));
                            signature[bit / 8] ^= (byte) (1 << bit % 8);
                            return key.signed(message, signature);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did:key:zQ3shqwJEJyMBsBXCWyCBpUBMqxcon9oHB7mCvx4sSpMdLJw",
                "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
                "did:key:z",
                "did:key:zQ0",
                "did:key:QmZ",
                "did:plc:ewvi7nxzyoun6zhxrhs64oiz"
            })
    void ofDidKey_noKeyOfOurCurves_isRefused(String did) {
        assertThatThrownBy(() -> SigningKey.ofDidKey(did)).isInstanceOf(InvalidRepoException.class);
    }
}
