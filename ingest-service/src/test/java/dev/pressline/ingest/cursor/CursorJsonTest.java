package dev.pressline.ingest.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.Samples;
import dev.pressline.contract.Schemas;
import dev.pressline.contract.Vectors;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.source.RecordSource.RepoBackfillSource;
import dev.pressline.kit.kafka.TopicReplay;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        CursorStore store =
                new CursorStore(bench.producer, new TopicReplay(Map.of(), Generation.FIRST));

        // When
        store.save(new RepoBackfillSource("alice.example.com"), REPO);

        // Then
        var event = bench.sent(Topics.CURSORS).getFirst();
        assertThat(event.key()).isEqualTo("urn:pressline:backfill:alice.example.com");
        assertThat(Bench.header(event, "ce_type")).isEqualTo("dev.pressline.cursor");
        assertThat(Bench.header(event, "ce_dataschema")).isEqualTo(EventType.CURSOR.dataSchema());
        assertThat(ContractJson.mapper().readValue(event.value(), Cursor.class)).isEqualTo(REPO);
        assertThat(Schemas.faults(EventType.CURSOR, event.value())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cursor-file", "cursor-repo", "cursor-repo-done", "cursor-stream-claimed"})
    void cursor_ofSample_readAndWrittenIsTheSame(String name) throws IOException {
        // Given
        JsonNode sample = Samples.of(name);

        // When
        Cursor cursor = ContractJson.mapper().treeToValue(sample, Cursor.class);

        // Then
        byte[] written = ContractJson.write(Cursor.class, cursor);
        assertThat(ContractJson.mapper().readTree(written)).isEqualTo(sample);
    }

    @Test
    void cursor_ofAVersionThatKnewNoClaims_isRead() throws IOException {
        // When
        Cursor cursor =
                ContractJson.mapper().treeToValue(Samples.of("cursor-stream"), Cursor.class);

        // Then
        assertThat(cursor.movedUnder()).isEqualTo(Claim.NONE);
        assertThat(((Cursor.OfStream) cursor).position()).isEqualTo(1_771_369_136_123_456L);
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

    @Test
    void cursors_ofEveryKind_areInTheSchema() {
        // Given
        List<String> kinds =
                Arrays.stream(Cursor.class.getAnnotation(JsonSubTypes.class).value())
                        .map(JsonSubTypes.Type::name)
                        .toList();

        // When
        JsonNode schema = Vectors.json(EventType.CURSOR.schemaResource());

        // Then
        assertThat(schema.at("/properties/type/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(kinds);
    }
}
