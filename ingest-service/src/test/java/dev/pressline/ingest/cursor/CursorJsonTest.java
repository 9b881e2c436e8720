package dev.pressline.ingest.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.source.RecordSource.RepoBackfillSource;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CursorJsonTest {

    private static final Cursor REPO =
            new Cursor.OfRepo(
                    "f",
                    "alice.example.com",
                    false,
                    7,
                    Optional.of(
                            new Cursor.Place(
                                    Did.parse("did:web:a.b"),
                                    Tid.parse("3mf42slbt3g42"),
                                    Nsid.parse("site.standard.document"),
                                    Optional.of("next"))));

    @Test
    void cursor_saved_isWrittenUnderItsSourceAndReadsTheSame() throws IOException {
        // Given
        Bench bench = new Bench();
        CursorStore store = new CursorStore(bench.producer, new TopicReplay(Map.of()));

        // When
        store.save(new RepoBackfillSource("alice.example.com"), REPO);

        // Then
        var event = bench.sent(Topics.CURSORS).getFirst();
        assertThat(event.key()).isEqualTo("urn:pressline:backfill:alice.example.com");
        assertThat(Bench.header(event, "ce_type")).isEqualTo("dev.pressline.cursor");
        assertThat(ContractJson.mapper().readValue(event.value(), Cursor.class)).isEqualTo(REPO);
    }

    @Test
    void cursor_onTheWire_isSpelledSo() throws IOException {
        assertThat(ContractJson.mapper().writerFor(Cursor.class).writeValueAsString(REPO))
                .isEqualTo(
                        "{\"type\":\"repo\",\"filter\":\"f\",\"repo\":\"alice.example.com\","
                                + "\"done\":false,\"records\":7,\"place\":{\"did\":\"did:web:a.b\","
                                + "\"rev\":\"3mf42slbt3g42\",\"collection\":"
                                + "\"site.standard.document\",\"after\":\"next\"}}");
    }
}
