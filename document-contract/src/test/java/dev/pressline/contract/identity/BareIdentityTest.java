package dev.pressline.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Base32;
import dev.pressline.contract.identifier.Did;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipe of docs/identity.md. */
class BareIdentityTest {

    private static final String RECORD =
            "{\"$type\":\"site.standard.document\",\"site\":\"https://Press.Example/blog\","
                    + "\"path\":\"/ink\",\"publishedAt\":\"2026-02-17T22:58:56.000Z\"}";

    @Test
    void uri_ofARecord_followsTheRecipe() {
        // When
        AtUri uri = BareIdentity.uri(json(RECORD));

        // Then
        assertThat(uri.did().value())
                .isEqualTo("did:pressline:" + hash("press.example").substring(0, 24));
        assertThat(uri.collection().value()).isEqualTo("site.standard.document");
        assertThat(uri.rkey().value())
                .isEqualTo("bare-" + hash("https://Press.Example/blog\n/ink").substring(0, 26));
        assertThat(BareIdentity.isDerived(uri.did())).isTrue();
    }

    /** Pinned: what was imported once must be the same document after every update. */
    @Test
    void identity_ofARecord_neverChanges() {
        assertThat(BareIdentity.uri(json(RECORD)))
                .hasToString(
                        "at://did:pressline:zt3hbxdlc43zajjwk3to7mpn/site.standard.document/bare-p64zl6crc5xhznz7o5g43sep42");
        assertThat(BareIdentity.rev(json(RECORD))).hasToString("3mf3o43w522qp");
    }

    @Test
    void uri_ofAnEditedRecord_isTheSame() {
        assertThat(BareIdentity.uri(json(RECORD.replace("}", ",\"title\":\"Edited\"}"))))
                .isEqualTo(BareIdentity.uri(json(RECORD)));
    }

    @Test
    void uri_withoutPath_isOfTheWholeRecord() {
        JsonNode one = json("{\"site\":\"https://a.example\",\"title\":\"One\"}");
        JsonNode other = json("{\"site\":\"https://a.example\",\"title\":\"Other\"}");

        assertThat(BareIdentity.uri(one).did()).isEqualTo(BareIdentity.uri(other).did());
        assertThat(BareIdentity.uri(one)).isNotEqualTo(BareIdentity.uri(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"site\":{},\"path\":[]}",
                "{\"site\":\"https://\",\"$type\":\"nonsense\"}",
                "{\"$type\":null,\"publishedAt\":\"yesterday\"}"
            })
    void identity_ofARecordWithoutUsableFields_isNowhereAt1970(String record) {
        AtUri uri = BareIdentity.uri(json(record));

        assertThat(uri.did().value())
                .isEqualTo("did:pressline:" + hash("nowhere").substring(0, 24));
        assertThat(uri.collection().value()).isEqualTo("site.standard.document");
        assertThat(BareIdentity.rev(json(record)).instant()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void rev_ofARecord_isWhenItWasUpdatedElsePublished() {
        String updated = RECORD.replace("}", ",\"updatedAt\":\"2026-02-18T09:00:00+02:00\"}");

        assertThat(BareIdentity.rev(json(RECORD)).instant()).isEqualTo("2026-02-17T22:58:56Z");
        assertThat(BareIdentity.rev(json(updated)).instant()).isEqualTo("2026-02-18T07:00:00Z");
    }

    @Test
    void rev_ofADateOutsideATid_isTheNearestOne() {
        String before = RECORD.replace("2026-02-17", "1815-06-18");
        String after = RECORD.replace("2026-02-17", "9999-02-17");

        assertThat(BareIdentity.rev(json(before)).instant()).isEqualTo(Instant.EPOCH);
        assertThat(BareIdentity.rev(json(after)).micros()).isEqualTo((1L << 53) - 1);
    }

    @Test
    void isDerived_ofARealAccount_isFalse() {
        assertThat(BareIdentity.isDerived(Did.parse("did:plc:ewvi7nxzyoun6zhxrhs64oiz"))).isFalse();
    }

    private static String hash(String text) {
        try {
            return Base32.encode(
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
