package dev.pressline.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.ingest.row.CidCheck;
import dev.pressline.ingest.row.RejectionReason;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.stream.StreamEvent.Place;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonStreamsTest {

    private static final Did DID = Did.parse("did:plc:ewvi7nxzyoun6zhxrhs64oiz");
    private static final AtUri URI =
            AtUri.parse("at://" + DID + "/site.standard.document/3mf42slbt3g42");
    private static final Tid REV = Tid.parse("3mf42slbt3g43");
    private static final String RECORD = "{ \"title\" : \"T\",\"x\":{\"record\":1} }";
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final long NOW_MICROS = NOW.toEpochMilli() * 1_000;

    private final RowParser parser =
            new RowParser(new WantedCollections(List.of("site.standard.*")));
    private final StreamDecoder v1 = new JetstreamV1Decoder(parser);
    private final StreamDecoder v2 = new JetstreamV2Decoder(parser);
    private final StreamDecoder tap = new TapDecoder(parser, Clock.fixed(NOW, ZoneOffset.UTC));

    private static StreamEvent decode(StreamDecoder decoder, String json) {
        return decoder.decode(new StreamMessage.Text(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Row.Put onlyPut(StreamEvent event) {
        assertThat(event).isInstanceOf(StreamEvent.Rows.class);
        List<Row> rows = ((StreamEvent.Rows) event).rows();
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst()).isInstanceOf(Row.Put.class);
        return (Row.Put) rows.getFirst();
    }

    private static void assertRecord(Row.Put put) {
        assertThat(put.uri()).isEqualTo(URI);
        assertThat(put.rev()).isEqualTo(REV);
        assertThat(put.check()).isEqualTo(CidCheck.NOT_STATED);
        assertThat(new String(put.json(), StandardCharsets.UTF_8)).isEqualTo(RECORD);
    }

    private static String commit(String operation, String record) {
        return "\"rev\":\"%s\",\"operation\":\"%s\",\"collection\":\"site.standard.document\",\"rkey\":\"3mf42slbt3g42\"%s"
                .formatted(REV, operation, record);
    }

    private static String v1(String kind, String field) {
        return "{\"did\":\"%s\",\"time_us\":1750000000000000,\"kind\":\"%s\",%s}"
                .formatted(DID, kind, field);
    }

    private static String v2(String kind, String fields) {
        return "{\"$type\":\"message\",\"payload\":{\"$type\":\"network.bsky.jetstream.subscribeEvents#%s\",\"seq\":7,\"did\":\"%s\",\"time\":\"2025-06-15T15:06:40.000001Z\",%s}}"
                .formatted(kind, DID, fields);
    }

    @Test
    void v1_create_givesTheRecordExactlyAsReceived() {
        StreamEvent event =
                decode(
                        v1,
                        v1(
                                "commit",
                                "\"commit\":{" + commit("create", ",\"record\":" + RECORD) + "}"));

        assertRecord(onlyPut(event));
        assertThat(((StreamEvent.Rows) event).place())
                .isEqualTo(new Place(1_750_000_000_000_000L, 1_750_000_000_000_000L));
    }

    @Test
    void v2_create_givesTheRecordExactlyAsReceived() {
        StreamEvent event = decode(v2, v2("commit", commit("create", ",\"record\":" + RECORD)));

        assertRecord(onlyPut(event));
        assertThat(((StreamEvent.Rows) event).place())
                .isEqualTo(new Place(7, 1_750_000_000_000_001L));
    }

    @Test
    void tap_create_givesTheRecordExactlyAsReceived() {
        String json =
                "{\"id\":9,\"type\":\"record\",\"record\":{\"live\":true,\"did\":\"%s\",\"action\":\"create\",%s}}"
                        .formatted(DID, commit("ignored", ",\"record\":" + RECORD));

        StreamEvent event = decode(tap, json);

        assertRecord(onlyPut(event));
        assertThat(((StreamEvent.Rows) event).place()).isEqualTo(new Place(9, NOW_MICROS));
    }

    @Test
    void delete_onEveryStream_isADeleteAtItsRev() {
        Row delete = new Row.Delete(URI, REV);

        assertThat(rows(decode(v1, v1("commit", "\"commit\":{" + commit("delete", "") + "}"))))
                .containsExactly(delete);
        assertThat(rows(decode(v2, v2("commit", commit("delete", ""))))).containsExactly(delete);
        assertThat(
                        rows(
                                decode(
                                        tap,
                                        "{\"id\":9,\"type\":\"record\",\"record\":{\"did\":\"%s\",\"action\":\"delete\",%s}}"
                                                .formatted(DID, commit("ignored", "")))))
                .containsExactly(delete);
    }

    private static List<Row> rows(StreamEvent event) {
        return ((StreamEvent.Placed) event).rows();
    }

    @Test
    void cid_stated_isCompared() {
        String stated = ",\"cid\":\"bafyreiazrf5xtyyvrssdtx3l5gc3mcvdhwjhfyyacgfbey7yvvuthv2dde\"";

        Row.Put put =
                onlyPut(
                        decode(
                                v2,
                                v2("commit", commit("update", ",\"record\":" + RECORD + stated))));

        assertThat(put.check()).isEqualTo(CidCheck.DIFFERS);
    }

    @Test
    void account_onEveryStream_isAnAccountRowOfItsTime() {
        String account = "\"account\":{\"active\":false,\"status\":\"takendown\"}";
        String identity =
                "{\"id\":9,\"type\":\"identity\",\"identity\":{\"did\":\"%s\",\"is_active\":false,\"status\":\"takendown\"}}"
                        .formatted(DID);

        for (StreamEvent event :
                List.of(
                        decode(v1, v1("account", account)),
                        decode(v2, v2("account", account)),
                        decode(tap, identity))) {
            Row.Account row = (Row.Account) rows(event).getFirst();
            assertThat(row.did()).isEqualTo(DID);
            assertThat(row.rev().micros()).isEqualTo(((StreamEvent.Placed) event).place().time());
            assertThat(new String(row.json(), StandardCharsets.UTF_8))
                    .isEqualTo(
                            "{\"did\":\"%s\",\"active\":false,\"status\":\"takendown\"}"
                                    .formatted(DID));
        }
    }

    @Test
    void identity_event_saysThatItChanged() {
        assertThat(decode(v1, v1("identity", "\"identity\":{}")))
                .isInstanceOf(StreamEvent.IdentityChanged.class);
        assertThat(decode(v2, v2("identity", "\"identity\":{}")))
                .isInstanceOf(StreamEvent.IdentityChanged.class);
    }

    @Test
    void v2_markers_areUnderstood() {
        String info =
                "{\"$type\":\"message\",\"payload\":{\"$type\":\"network.bsky.jetstream.subscribeEvents#info\",\"name\":\"OutdatedCursor\",\"message\":\"m\"}}";

        assertThat(decode(v2, info)).isEqualTo(new StreamEvent.Gap("OutdatedCursor: m"));
        assertThat(decode(v2, "{\"$type\":\"error\",\"error\":\"ConsumerTooSlow\"}"))
                .isEqualTo(new StreamEvent.Ended("ConsumerTooSlow", ""));
        assertThat(decode(v2, v2("sync", "\"sync\":{}")))
                .isInstanceOf(StreamEvent.RepositoryReset.class);
        assertThat(decode(v2, "{\"$type\":\"later\"}")).isEqualTo(new StreamEvent.Nothing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"$type\":\"message\"}",
                "{\"did\":\"x\",\"time_us\":1,\"kind\":\"identity\"}",
                "{\"did\":7,\"time_us\":\"x\",\"kind\":[]}",
                "{\"id\":9,\"type\":\"identity\",\"identity\":{}}",
                "{\"id\":9,\"type\":\"record\",\"record\":{}}",
                "{\"id\":9,\"type\":\"record\",\"record\":7}",
                "{} {}",
                "{\"id\":9,\"type\":\"record\",\"record\":{\"record\":{\"a\":}}}",
                "{\"id\":9,\"type\":\"record\",\"record\":{\"record\":{"
            })
    void garbage_onEveryStream_neverThrows(String json) {
        for (StreamDecoder decoder : List.of(v1, v2, tap)) {
            StreamEvent event = decode(decoder, json);
            boolean rejected =
                    event instanceof StreamEvent.Placed placed
                            && placed.rows().stream().allMatch(Row.Rejected.class::isInstance);
            assertThat(
                            rejected
                                    || event instanceof StreamEvent.Unreadable
                                    || event instanceof StreamEvent.Nothing)
                    .as("%s gives %s", decoder, event)
                    .isTrue();
        }
    }

    @Test
    void record_ofACollectionNobodyWants_isNotEvenRead() {
        // Given
        String unwanted =
                v1("commit", "\"commit\":{" + commit("create", ",\"record\":{\"a\":1}") + "}")
                        .replace("site.standard.document", "com.example.post");

        // When
        StreamEvent event = decode(v1, unwanted);

        // Then
        assertThat(((StreamEvent.Rows) event).rows())
                .singleElement()
                .isInstanceOf(Row.Unwanted.class);
    }

    @Test
    void message_inAnotherEncoding_isUnreadable() {
        // Given
        String json =
                v1("commit", "\"commit\":{" + commit("create", ",\"record\":" + RECORD) + "}");

        // When
        StreamEvent event =
                v1.decode(new StreamMessage.Text(json.getBytes(StandardCharsets.UTF_16BE)));

        // Then
        assertThat(event).isInstanceOf(StreamEvent.Unreadable.class);
    }

    @Test
    void binary_message_isUnreadable() {
        assertThat(v1.decode(new StreamMessage.Binary(new byte[] {1})))
                .isInstanceOfSatisfying(
                        StreamEvent.Unreadable.class,
                        event -> assertThat(event.reason()).isEqualTo(RejectionReason.NOT_JSON));
    }
}
