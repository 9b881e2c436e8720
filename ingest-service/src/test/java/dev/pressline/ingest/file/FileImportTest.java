package dev.pressline.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.atproto.repo.TestRepo;
import dev.pressline.atproto.repo.commit.SigningKey;
import dev.pressline.atproto.repo.commit.TestKey;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.backfill.RepoSpool;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.TestCursors;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.source.RecordSource.FileSource;
import dev.pressline.ingest.stream.AccountKeys;
import dev.pressline.ingest.stream.SigningKeys;
import dev.pressline.kit.failure.InfrastructureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileImportTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

    private static final TestKey KEY = TestKey.k256(4_711);
    private static final Tid REV = Tid.parse("3m7tubaaaac22");
    private static final int MAX_CAR = 1_000_000;

    @TempDir private Path folder;
    private Optional<TestKey> key = Optional.of(KEY);
    private final Bench bench = new Bench();

    private FileImport files(String wanted) {
        WantedCollections collections = new WantedCollections(List.of(wanted));
        return new FileImport(
                new RowParser(collections),
                cars(collections),
                bench.intakes,
                TestCursors.of(bench.producer),
                collections,
                CLOCK);
    }

    private CarImport cars(WantedCollections collections) {
        return new CarImport(
                new RepoSpool(folder, MAX_CAR),
                new AccountKeys(new FixedKeys(key)),
                collections,
                CLOCK);
    }

    /** Everybody signs with this key, or nobody says with which. */
    private record FixedKeys(Optional<TestKey> key) implements SigningKeys {

        @Override
        public Optional<SigningKey> of(Did did) {
            return Optional.of(
                    key.orElseThrow(() -> new InfrastructureException("offline", Duration.ZERO))
                            .publicKey());
        }

        @Override
        public void forget(Did did) {
            // It stays the same.
        }
    }

    private Path car(Tid rev) throws IOException {
        TestRepo repo = new TestRepo(KEY);
        for (int i = 0; i < 300; i++) {
            repo.put("site.standard.document/" + i, "Document " + i);
        }
        repo.put("app.bsky.feed.post/1", "Hi");
        return Files.write(folder.resolve("repo.car"), repo.commit(rev).car());
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

    @Test
    void car_ofARepository_isImportedAtItsRevAndSaidToBeSigned() throws IOException {
        // Given
        FileSource source = new FileSource(car(REV));

        // When
        files("site.standard.*").run(source, Optional.empty());

        // Then
        assertThat(bench.sent(Topics.RAW)).hasSize(300);
        assertThat(bench.sent(Topics.RAW))
                .allSatisfy(
                        event -> {
                            assertThat(Bench.header(event, "ce_rev")).isEqualTo(REV.value());
                            assertThat(Bench.header(event, "ce_origin")).isEqualTo("import");
                            assertThat(Bench.header(event, "ce_verified")).isEqualTo("signature");
                        });
        assertThat(bench.deadLetters()).isEmpty();
        Cursor done = cursors().getLast();
        bench.kafka.clear();
        files("site.standard.*").run(source, Optional.of(done));
        assertThat(bench.kafka.history()).isEmpty();
    }

    @Test
    void car_whoseSignerIsNotKnown_isImportedWithItsCidsChecked() throws IOException {
        for (Optional<TestKey> other :
                List.of(Optional.<TestKey>empty(), Optional.of(TestKey.k256(1)))) {
            // Given
            key = other;
            bench.kafka.clear();

            // When
            files("site.standard.*").run(new FileSource(car(REV)), Optional.empty());

            // Then
            assertThat(bench.sent(Topics.RAW)).hasSize(300);
            assertThat(bench.sent(Topics.RAW))
                    .allMatch(event -> Bench.header(event, "ce_verified").equals("cid"));
        }
    }

    @Test
    void car_thatIsCutOrNone_isOneDeadLetterThatSaysWhy() throws IOException {
        byte[] whole = Files.readAllBytes(car(REV));
        for (byte[] broken :
                List.of(
                        Arrays.copyOf(whole, whole.length - 1_000),
                        Arrays.copyOf(whole, 59),
                        "{}".getBytes(StandardCharsets.UTF_8),
                        new byte[MAX_CAR + 1])) {
            // Given
            bench.kafka.clear();
            Path file = Files.write(folder.resolve("broken.car"), broken);

            // When
            files("site.standard.*").run(new FileSource(file), Optional.empty());

            // Then
            assertThat(bench.sent(Topics.RAW)).isEmpty();
            assertThat(bench.deadLetters()).hasSize(1);
            assertThat(Bench.header(bench.deadLetters().getFirst(), "dead-letter-cause"))
                    .startsWith("no whole repository: ");
        }
    }

    @Test
    void car_fromTheFuture_isOneDeadLetter() throws IOException {
        // When
        Tid future = Tid.of(1_798_761_600_000_000L, 0);
        files("site.standard.*").run(new FileSource(car(future)), Optional.empty());

        // Then
        assertThat(bench.sent(Topics.RAW)).isEmpty();
        assertThat(Bench.header(bench.deadLetters().getFirst(), "dead-letter-reason"))
                .isEqualTo("bad-rev");
    }
}
