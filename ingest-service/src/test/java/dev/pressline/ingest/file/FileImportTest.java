package dev.pressline.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.TestCursors;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.source.RecordSource.FileSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileImportTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir private Path folder;
    private final Bench bench = new Bench();

    private FileImport files(String wanted) {
        WantedCollections collections = new WantedCollections(List.of(wanted));
        return new FileImport(
                new RowParser(collections),
                bench.intakes,
                TestCursors.of(bench.producer),
                collections,
                CLOCK);
    }

    private static String rows(int count) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append("{\"title\":\"").append(i).append("\"}\n");
        }
        return rows.toString();
    }

    private List<Cursor.OfFile> cursors() {
        return bench.sent(Topics.CURSORS).stream()
                .map(
                        event -> {
                            try {
                                return ContractJson.mapper()
                                        .readValue(event.value(), Cursor.OfFile.class);
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                .toList();
    }

    @Test
    void file_ofOneRecord_isOneRow() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("a.json"), "{\n\"title\":\n\"T\"}\n");

        // When
        files("site.standard.*").run(new FileSource(file), Optional.empty());

        // Then
        assertThat(bench.sent(Topics.RAW)).hasSize(1);
        assertThat(cursors()).hasSize(1);
    }

    @Test
    void file_ofLines_movesItsCursorOnlyAfterEachBatchThatTheBrokersHave() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("a.ndjson"), rows(450));

        // When
        files("site.standard.*").run(new FileSource(file), Optional.empty());

        // Then
        assertThat(bench.sent(Topics.RAW)).hasSize(450);
        assertThat(cursors()).extracting(Cursor.OfFile::line).containsExactly(200L, 400L, 450L);
        assertThat(bench.kafka.history().getFirst().topic()).isEqualTo(Topics.REPOS);
        assertThat(bench.kafka.history().get(200).topic()).isEqualTo(Topics.RAW);
        assertThat(bench.kafka.history().get(201).topic()).isEqualTo(Topics.CURSORS);
    }

    @Test
    void file_interrupted_goesOnWhereItsCursorSays() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("a.ndjson"), rows(450));
        files("site.standard.*").run(new FileSource(file), Optional.empty());
        Cursor afterTheFirstBatch = cursors().getFirst();
        List<String> keys = bench.sent(Topics.RAW).stream().map(e -> e.key()).toList();
        bench.kafka.clear();

        // When
        files("site.standard.*").run(new FileSource(file), Optional.of(afterTheFirstBatch));

        // Then
        assertThat(bench.sent(Topics.RAW).stream().map(e -> e.key()).toList())
                .isEqualTo(keys.subList(200, 450));
        assertThat(cursors()).last().extracting(Cursor.OfFile::line).isEqualTo(450L);
    }

    @Test
    void file_done_isNotReadAgainUntilItOrTheFilterChanges() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("a.ndjson"), rows(3));
        files("site.standard.*").run(new FileSource(file), Optional.empty());
        Cursor done = cursors().getLast();
        bench.kafka.clear();

        // When / Then
        files("site.standard.*").run(new FileSource(file), Optional.of(done));
        assertThat(bench.kafka.history()).isEmpty();

        files("site.standard.document").run(new FileSource(file), Optional.of(done));
        assertThat(bench.sent(Topics.RAW)).hasSize(3);
        bench.kafka.clear();

        Files.writeString(file, rows(4));
        files("site.standard.*").run(new FileSource(file), Optional.of(done));
        assertThat(bench.sent(Topics.RAW)).hasSize(4);
    }

    @Test
    void file_withARowThatIsNone_deadLettersItAndGoesOn() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("a.ndjson"), "{\"title\":\"a\"}\n{\nx\n");

        // When
        files("site.standard.*").run(new FileSource(file), Optional.empty());

        // Then
        assertThat(bench.sent(Topics.RAW)).hasSize(1);
        assertThat(bench.deadLetters()).hasSize(2);
    }
}
