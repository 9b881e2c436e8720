package dev.pressline.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.identity.BareIdentity;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowParserTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final String URI =
            "at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/site.standard.document/3mf42slbt3g42";
    private static final String RECORD =
            "{ \"$type\":\"site.standard.document\",  \"title\":\"T\", \"site\":\"https://a.example\","
                    + "\"path\":\"/x\",\"publishedAt\":\"2026-02-17T22:58:56Z\" }";

    private final RowParser parser =
            new RowParser(new WantedCollections(List.of("site.standard.*", "a.b.c")));

    private Row parse(String json) {
        return parser.parse(json.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private Row.Put put(String json) {
        Row row = parse(json);
        assertThat(row).isInstanceOf(Row.Put.class);
        return (Row.Put) row;
    }

    private Row.Rejected rejected(Row row) {
        assertThat(row).isInstanceOf(Row.Rejected.class);
        return (Row.Rejected) row;
    }

    @Test
    void record_bare_getsItsDerivedIdentityAndKeepsItsBytes() {
        // When
        Row.Put put = put(RECORD);

        // Then
        assertThat(put.uri().did().value()).startsWith("did:pressline:");
        assertThat(put.uri().collection()).isEqualTo(Nsid.parse("site.standard.document"));
        assertThat(put.uri().rkey().value()).startsWith("bare-");
        assertThat(put.rev().instant()).isEqualTo(Instant.parse("2026-02-17T22:58:56Z"));
        assertThat(put.cid()).isPresent();
        assertThat(put.check()).isEqualTo(CidCheck.NOT_STATED);
        assertThat(put.json()).asString(StandardCharsets.UTF_8).isEqualTo(RECORD);
    }

    @Test
    void record_handedInTwice_isTheSame() {
        assertThat(put(RECORD).uri()).isEqualTo(put(RECORD).uri());
        assertThat(put(RECORD).rev()).isEqualTo(put(RECORD).rev());
    }

    @Test
    void record_fromTheFuture_countsAsOfUnknownAge() {
        // Given
        String future = RECORD.replace("2026-02-17", "2126-02-17");

        // When / Then
        assertThat(put(future).rev().micros()).isZero();
        assertThat(put(future).rev().clockId()).isEqualTo(BareIdentity.rev(json(future)).clockId());
    }

    private static JsonNode json(String text) {
        try {
            return ContractJson.mapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void answerOfGetRecord_keepsTheExactBytesOfItsValue() {
        // Given
        String answer = "{\"uri\":\"" + URI + "\",\"cid\":\"bafy\",\n\"value\": " + RECORD + " }";

        // When
        Row.Put put = put(answer);

        // Then
        assertThat(put.uri()).isEqualTo(AtUri.parse(URI));
        assertThat(put.json()).asString(StandardCharsets.UTF_8).isEqualTo(RECORD);
    }

    @Test
    void row_whole_keepsUriRevAndRecord() {
        // Given
        String row =
                """
                {"uri":"%s","did":"did:plc:other","rev":"3mf42slbt3g42","record":%s,"more":{"record":1}}
                """
                        .formatted(URI, RECORD);

        // When
        Row.Put put = put(row);

        // Then
        assertThat(put.uri()).isEqualTo(AtUri.parse(URI));
        assertThat(put.rev()).isEqualTo(Tid.parse("3mf42slbt3g42"));
        assertThat(put.json()).asString(StandardCharsets.UTF_8).isEqualTo(RECORD);
    }

    @Test
    void row_withMultibyteTextBeforeItsRecord_cutsAtBytesAndNotAtCharacters() {
        // Given
        String record = "{\"title\":\"é😀\"}";
        String row = "{\"note\":\"éé😀😀 ö\",\"uri\":\"%s\",\"record\":%s}".formatted(URI, record);

        // When / Then
        assertThat(put(row).json()).asString(StandardCharsets.UTF_8).isEqualTo(record);
    }

    @Test
    void row_withPartsInsteadOfUri_isAddressedByThem() {
        // Given
        String row =
                """
                {"did":"did:plc:ewvi7nxzyoun6zhxrhs64oiz","collection":"site.standard.document",
                 "rkey":"3mf42slbt3g42","record":{}}
                """;

        // When / Then
        assertThat(put(row).uri()).isEqualTo(AtUri.parse(URI));
    }

    @Test
    void row_withoutRev_getsTheDerivedOne() {
        assertThat(put("{\"uri\":\"" + URI + "\",\"record\":" + RECORD + "}").rev())
                .isEqualTo(BareIdentity.rev(json(RECORD)));
    }

    @Test
    void row_withTheRightCid_isVerified() {
        // Given
        String cid = put(RECORD).cid().orElseThrow().value();
        String row = "{\"uri\":\"%s\",\"cid\":\"%s\",\"record\":%s}";

        // When / Then
        assertThat(put(row.formatted(URI, cid, RECORD)).check()).isEqualTo(CidCheck.MATCHES);
    }

    @Test
    void row_withAnotherCid_isKeptUnverifiedWithTheComputedOne() {
        // Given
        String other = "bafyreiazrf5xtyyvrssdtx3l5gc3mcvdhwjhfyyacgfbey7yvvuthv2dde";
        String row = "{\"uri\":\"%s\",\"cid\":\"%s\",\"record\":%s}".formatted(URI, other, RECORD);

        // When
        Row.Put put = put(row);

        // Then
        assertThat(put.check()).isEqualTo(CidCheck.DIFFERS);
        assertThat(put.cid()).isEqualTo(put(RECORD).cid());
    }

    @Test
    void record_thatIsNoValidData_isKeptWithoutCid() {
        assertThat(put("{\"$type\":\"site.standard.document\",\"weight\":1.5}").cid()).isEmpty();
    }

    @Test
    void row_withNullRecord_isADelete() {
        assertThat(
                        parse(
                                "{\"uri\":\"%s\",\"rev\":\"3mf42slbt3g42\",\"record\":null}"
                                        .formatted(URI)))
                .isEqualTo(new Row.Delete(AtUri.parse(URI), Tid.parse("3mf42slbt3g42")));
    }

    @Test
    void delete_withoutRev_isRejected() {
        Row row = parse("{\"uri\":\"%s\",\"record\":null}".formatted(URI));
        assertThat(rejected(row).reason()).isEqualTo(RejectionReason.BAD_REV);
    }

    @Test
    void fields_withUriAmongThem_areTheRecordAtThatUri() {
        // Given
        String fields =
                "{\"uri\":\"%s\",\"rkey\":\"3mf42slbt3g42\",\"title\":\"T\",\"content\":{}}"
                        .formatted(URI);

        // When
        Row.Put put = put(fields);

        // Then
        assertThat(put.uri()).isEqualTo(AtUri.parse(URI));
        assertThat(put.json()).asString(StandardCharsets.UTF_8).isEqualTo(fields);
    }

    @Test
    void fields_withRkeyAlone_areADocumentOfTheDerivedAccount() {
        // When
        Row.Put put = put("{\"rkey\":\"3mf42slbt3g42\",\"title\":\"T\",\"content\":{}}");

        // Then
        assertThat(put.uri().did().value()).startsWith("did:pressline:");
        assertThat(put.uri().toString()).endsWith("/site.standard.document/3mf42slbt3g42");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"T\"}",
                "{\"site\":\"https://a.example\"}",
                "{\"path\":\"/a\"}",
                "{\"content\":{}}",
                "{\"textContent\":\"\"}",
                "{\"publishedAt\":\"2026-02-17T22:58:56Z\"}",
                "{\"url\":\"https://a.example\",\"name\":\"A\"}",
                "{\"$type\":\"nonsense\",\"title\":\"T\"}"
            })
    void fields_ofADocumentOrPublication_areTakenWithoutAType(String json) {
        assertThat(put(json).uri().did().value()).startsWith("did:pressline:");
    }

    @Test
    void rowThatNamesTheCollection_isTakenWhateverTheRecordHolds() {
        assertThat(put("{\"uri\":\"" + URI + "\",\"record\":{}}").uri())
                .isEqualTo(AtUri.parse(URI));
        assertThat(put("{\"$type\":\"site.standard.document\"}").uri().collection())
                .isEqualTo(Nsid.parse("site.standard.document"));
    }

    @Test
    void record_ofACollectionNobodyAskedFor_isUnwanted() {
        assertThat(parse("{\"$type\":\"app.bsky.feed.post\",\"text\":\"hi\"}"))
                .isInstanceOf(Row.Unwanted.class);
        assertThat(parse("{\"uri\":\"at://did:web:a.b/app.bsky.feed.post/1\",\"record\":null}"))
                .isInstanceOf(Row.Unwanted.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                        | NOT_JSON",
                "`   `                                     | NOT_JSON",
                "{                                         | NOT_JSON",
                "{} {}                                     | NOT_JSON",
                "{\"title\":}                              | NOT_JSON",
                "nonsense                                  | NOT_JSON",
                "<html>                                    | NOT_JSON",
                "{\"title\":NaN}                           | NOT_JSON",
                "[]                                        | NOT_AN_OBJECT",
                "7                                         | NOT_AN_OBJECT",
                "null                                      | NOT_AN_OBJECT",
                "\"text\"                                  | NOT_AN_OBJECT",
                "{}                                        | NO_IDENTITY",
                "{\"id\":\"did:plc:x\"}                    | NO_IDENTITY",
                "{\"@context\":[],\"id\":\"did:plc:x\",\"alsoKnownAs\":[],\"service\":[]} | NO_IDENTITY",
                "{\"name\":\"left-pad\",\"version\":\"1\",\"description\":\"Pads\"} | NO_IDENTITY",
                "{\"name\":\"A profile\"}                 | NO_IDENTITY",
                "{\"$type\":7}                             | NO_IDENTITY",
                "{\"$type\":\"nonsense\"}                  | NO_IDENTITY",
                "{\"record\":{}}                           | NO_IDENTITY",
                "{\"did\":\"did:web:a.b\",\"record\":{}}   | NO_IDENTITY",
                "{\"uri\":\"nonsense\",\"record\":{}}      | BAD_URI",
                "{\"uri\":7,\"record\":{}}                 | BAD_URI",
                "{\"uri\":\"at://a.example/a.b.c/1\",\"record\":{}}    | BAD_URI",
                "{\"uri\":\"at://did:web:a.b/a.b.c\",\"record\":{}}    | BAD_URI",
                "{\"uri\":\"at://did:web:a.b/a.b.c/..\",\"record\":{}} | BAD_URI",
                "{\"did\":\"x\",\"collection\":\"a.b.c\",\"rkey\":\"1\",\"record\":{}} | BAD_URI",
                "{\"rkey\":\"not a key\",\"title\":\"T\"}  | BAD_URI",
                "{\"uri\":\"at://did:web:a.b/a.b.c/1\",\"rev\":\"x\",\"record\":{}} | BAD_REV",
                "{\"uri\":\"at://did:web:a.b/a.b.c/1\",\"record\":[]}  | BAD_RECORD",
                "{\"uri\":\"at://did:web:a.b/a.b.c/1\",\"record\":\"\"} | BAD_RECORD",
                "{\"uri\":\"at://did:web:a.b/a.b.c/1\",\"value\":1}    | BAD_RECORD"
            })
    void row_thatCanNeverBeARecord_isRejectedWithItsReason(String json, RejectionReason reason) {
        assertThat(rejected(parse(json)).reason()).isEqualTo(reason);
    }

    @Test
    void row_nestedTenThousandDeep_isTooDeep() {
        // Given
        String arrays = "{\"title\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        String objects = "{\"title\":".repeat(10_000) + "1" + "}".repeat(10_000);

        // When / Then
        assertThat(rejected(parse(arrays)).reason()).isEqualTo(RejectionReason.TOO_DEEP);
        assertThat(rejected(parse(objects)).reason()).isEqualTo(RejectionReason.TOO_DEEP);
    }

    @Test
    void row_withBracketsInText_isNotDeep() {
        assertThat(put("{\"title\":\"" + "[{\\\"".repeat(10_000) + "\"}")).isNotNull();
    }

    @Test
    void row_withANumberOfTenThousandDigits_isRejectedAndNotForDepth() {
        Row row = parse("{\"title\":" + "9".repeat(10_000) + "}");
        assertThat(rejected(row).reason()).isEqualTo(RejectionReason.NOT_JSON);
    }

    @Test
    void row_ofTenMegabytes_isTooLarge() {
        byte[] large = new byte[10_000_000];
        Arrays.fill(large, (byte) ' ');
        assertThat(rejected(parser.parse(large, NOW)).reason())
                .isEqualTo(RejectionReason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00\\ud800", "\\uffff"})
    void record_withOddEscapes_isKeptAsItIs(String escape) {
        String record = "{\"title\":\"a" + escape + "b\"}";
        assertThat(put(record).json()).asString(StandardCharsets.UTF_8).isEqualTo(record);
    }

    @Test
    void bytes_thatAreNoUtf8_areNotJson() {
        for (byte[] bytes :
                List.of(
                        "{\"title\":\"T\"}".getBytes(StandardCharsets.UTF_16),
                        "{\"title\":\"T\"}".getBytes(StandardCharsets.UTF_16LE),
                        "{\"title\":\"T\"}".getBytes(StandardCharsets.UTF_16BE),
                        new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'},
                        new byte[] {'{', '"', 'a', 0, '"', ':', '1', '}'},
                        new byte[] {(byte) 0x80},
                        new byte[] {0})) {
            assertThat(rejected(parser.parse(bytes, NOW)).reason())
                    .isEqualTo(RejectionReason.NOT_JSON);
        }
    }

    @Test
    void bytes_ofAnyKind_neverThrow() {
        // Given
        Random random = new Random(42);
        byte[] sample =
                ("{\"uri\":\"" + URI + "\",\"record\":" + RECORD + "}")
                        .getBytes(StandardCharsets.UTF_8);

        // When
        for (int i = 0; i < 20_000; i++) {
            byte[] mutant = sample.clone();
            for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
            }

            // Then
            assertThat(parser.parse(mutant, NOW)).isNotNull();
        }
    }

    @Test
    void listedRecord_ofTheRepo_isStampedWithItsRev() {
        // When
        Row row = parser.parse(listed(URI, RECORD));

        // Then
        assertThat(row)
                .isInstanceOfSatisfying(
                        Row.Put.class,
                        put -> assertThat(put.rev()).isEqualTo(Tid.parse("3n2vryszon22b")));
    }

    @ParameterizedTest
    @CsvSource({
        "at://did:web:mallory.example/site.standard.document/1, FOREIGN_RECORD",
        "at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/a.b.c/1, FOREIGN_RECORD",
        "at://alice.example.com/site.standard.document/1, BAD_URI",
        "'', BAD_URI"
    })
    void listedRecord_addressedElsewhere_isRejected(String uri, RejectionReason reason) {
        assertThat(rejected(parser.parse(listed(uri, RECORD))).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"'', NOT_JSON", "null, NOT_AN_OBJECT", "'\"', NOT_JSON"})
    void listedRecord_withoutAnObject_isRejected(String json, RejectionReason reason) {
        assertThat(rejected(parser.parse(listed(URI, json))).reason()).isEqualTo(reason);
    }

    private static ListedRow listed(String uri, String json) {
        return new ListedRow(
                Did.parse("did:plc:ewvi7nxzyoun6zhxrhs64oiz"),
                Nsid.parse("site.standard.document"),
                Tid.parse("3n2vryszon22b"),
                uri,
                "",
                json.getBytes(StandardCharsets.UTF_8));
    }
}
