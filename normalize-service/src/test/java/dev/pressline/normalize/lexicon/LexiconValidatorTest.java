package dev.pressline.normalize.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.Violation;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.testing.RealRecords;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LexiconValidatorTest {

    private static final LexiconValidator BUNDLED = LexiconValidator.bundled();
    private static final LexiconValidator INTEROP =
            new LexiconValidator(Lexicons.of(List.of(resource("catalog/record.json"))));

    static List<JsonNode> valid() {
        return cases("record-data-valid.json");
    }

    static List<JsonNode> invalid() {
        return cases("record-data-invalid.json");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void interopRecord_thatIsValid_hasNoViolation(JsonNode vector) {
        // When
        List<Violation> violations = INTEROP.validate(vector.get("data"));
        // Then
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void interopRecord_thatIsInvalid_hasAViolation(JsonNode vector) {
        // When
        List<Violation> violations = INTEROP.validate(vector.get("data"));
        // Then
        assertThat(violations).isNotEmpty();
    }

    @Test
    void seed_checked_breaksExactlyTheLengthOfOneTag() {
        // When
        List<Violation> violations = BUNDLED.validate(RealRecords.of("3mf42slbt3g42").value());
        // Then
        assertThat(violations)
                .containsExactly(new Violation("/tags/4", "maxGraphemes", "429 > 128"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'site':'https://a.example','publishedAt':'2026-01-01T00:00:00Z'} | /title | required",
                "{'title':7} | /title | type",
                "{'title':null} | /title | type",
                "{'publishedAt':'yesterday'} | /publishedAt | format",
                "{'site':'not a uri'} | /site | format",
                "{'tags':'one'} | /tags | type",
                "{'tags':[1]} | /tags/0 | type",
                "{'content':'markdown'} | /content | type",
                "{'content':{}} | /content/$type | required",
                "{'contributors':[{}]} | /contributors/0/did | required",
                "{'bskyPostRef':{'uri':'x','cid':'y'}} | /bskyPostRef/uri | format",
                "{'coverImage':'bafy'} | /coverImage | type"
            })
    void document_thatBreaksItsLexicon_namesFieldAndConstraint(
            String fields, String pointer, String constraint) throws IOException {
        // Given
        JsonNode record = document(fields.replace('\'', '"'));
        // When
        List<Violation> violations = BUNDLED.validate(record);
        // Then
        assertThat(violations)
                .extracting(Violation::field, Violation::constraint)
                .contains(tuple(pointer, constraint));
    }

    @Test
    void coverImage_tooLargeAndNoImage_breaksBothConstraints() throws IOException {
        // Given
        JsonNode record =
                document(
                        """
                        {"coverImage":{"$type":"blob","mimeType":"text/html","size":1000001,"ref":
                        {"$link":"bafkreiexj52pdjc5b3i6aa4r5a2udloppob6pxqlwawsgrrmyi7qetgwri"}}}
                        """);
        // When
        List<Violation> violations = BUNDLED.validate(record);
        // Then
        assertThat(violations)
                .filteredOn(violation -> violation.field().equals("/coverImage"))
                .extracting(Violation::constraint)
                .containsExactly("accept", "maxSize");
    }

    @Test
    void contentOfAKnownFormat_thatBreaksItsOwnLexicon_isReported() throws IOException {
        // Given
        JsonNode record =
                document("{\"content\":{\"$type\":\"blog.pckt.content\",\"items\":\"none\"}}");
        // When
        List<Violation> violations = BUNDLED.validate(record);
        // Then
        assertThat(violations).extracting(Violation::field).contains("/content/items");
    }

    @Test
    void contentOfAnUnknownFormat_whateverItHolds_breaksNothing() throws IOException {
        // Given
        JsonNode record = document("{\"content\":{\"$type\":\"org.example.body\",\"text\":7}}");
        // When
        List<Violation> violations = BUNDLED.validate(record);
        // Then
        assertThat(violations)
                .extracting(Violation::field)
                .noneMatch(f -> f.startsWith("/content"));
    }

    @Test
    void lengths_countBytesAndGraphemes_neverUtf16Units() throws IOException {
        // Given: each family is one grapheme cluster, eleven UTF-16 units and 25 bytes
        String family = "👩‍👩‍👦‍👦";
        ObjectNode record = (ObjectNode) document("{}");
        record.putArray("tags").add(family.repeat(51)).add(family.repeat(52)).add("a".repeat(129));
        // When
        List<Violation> violations = BUNDLED.validate(record);
        // Then
        assertThat(violations)
                .filteredOn(violation -> violation.field().startsWith("/tags"))
                .containsExactly(
                        new Violation("/tags/1", "maxLength", "1300 > 1280"),
                        new Violation("/tags/2", "maxGraphemes", "129 > 128"));
    }

    @Test
    void violations_beyondTheirLimit_areNotListed() throws IOException {
        // Given
        ObjectNode record = (ObjectNode) document("{}");
        for (int i = 0; i < 1_000; i++) {
            record.withArray("tags").add(i);
        }
        // When
        List<Violation> violations = BUNDLED.validate(record);
        // Then
        assertThat(violations).hasSize(LexiconValidator.MOST);
    }

    @Test
    void realRecords_butTheSeed_breakNothing() {
        // Given
        List<RealRecords.Sample> others =
                RealRecords.whole().stream()
                        .filter(sample -> !sample.uri().rkey().value().equals("3mf42slbt3g42"))
                        .toList();
        // When
        List<Violation> violations =
                others.stream().flatMap(s -> BUNDLED.validate(s.value()).stream()).toList();
        // Then
        assertThat(others).hasSizeGreaterThan(20);
        assertThat(violations).isEmpty();
    }

    private static JsonNode document(String fields) throws IOException {
        ObjectNode record = (ObjectNode) ContractJson.mapper().readTree(fields);
        return record.put("$type", "site.standard.document");
    }

    private static List<JsonNode> cases(String file) {
        List<JsonNode> cases = new ArrayList<>();
        resource(file).forEach(cases::add);
        return cases;
    }

    private static JsonNode resource(String file) {
        try (InputStream in =
                LexiconValidatorTest.class.getResourceAsStream("/interop/lexicon/" + file)) {
            return ContractJson.mapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
