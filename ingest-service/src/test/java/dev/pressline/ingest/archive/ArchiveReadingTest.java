package dev.pressline.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.stream.StreamEvent;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.Retry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArchiveReadingTest {

    private static final WantedCollections WANTED =
            new WantedCollections(List.of("site.standard.*"));

    private final TestArchive archive = TestArchive.start();
    private final List<ArchiveRow> read = new ArrayList<>();
    private final List<Long> done = new ArrayList<>();
    private final OkHttpClient client = new OkHttpClient();
    private final ArchiveReading reading =
            new ArchiveReading(
                    new ArchiveClient(client, archive.url(), List.of("site.standard.*")),
                    new Retry(new Backoff(Duration.ofMillis(1), Duration.ofMillis(1)), () -> {}),
                    () -> true);

    ArchiveReadingTest() throws IOException {
        archive.write("seg_0.jss", List.of(row(1), row(2)), List.of(row(3), row(4)));
        archive.write("seg_1.jss", List.of(row(5)));
        archive.write("seg_2.jss", List.of(row(6), row(7)));
    }

    @AfterEach
    void stop() {
        archive.close();
        client.dispatcher().executorService().shutdown();
    }

    private static ArchiveRow row(int seq) {
        return TestArchive.row(seq, "r" + seq, "t" + seq);
    }

    private void read(long after, Runnable onEvent) {
        reading.read(
                after,
                new ArchiveReading.Listener() {
                    @Override
                    public void event(ArchiveRow row) {
                        read.add(row);
                        onEvent.run();
                    }

                    @Override
                    public void done(long seq) {
                        done.add(seq);
                    }
                });
    }

    @Test
    void archive_fromItsBeginning_isReadInOrder() {
        read(0, () -> {});

        assertThat(TestArchive.rkeys(read))
                .containsExactly("r1", "r2", "r3", "r4", "r5", "r6", "r7");
        assertThat(done).containsExactly(7L);
    }

    @Test
    void archive_fromAPlaceInABlock_isReadBehindIt() {
        read(3, () -> {});

        assertThat(TestArchive.rkeys(read)).containsExactly("r4", "r5", "r6", "r7");
    }

    @Test
    void archive_plannedInParts_isReadToTheTipOfTheFirstPlan() {
        // Given
        archive.planOnly(1);

        // When
        read(0, () -> {});

        // Then
        assertThat(read).hasSize(7);
        assertThat(done).containsExactly(4L, 5L, 7L);
        assertThat(archive.requests())
                .filteredOn(request -> request.startsWith("plan"))
                .hasSize(3)
                .last()
                .asString()
                .contains("\"afterSeq\":5", "\"beforeSeq\":7", "site.standard.*");
    }

    @Test
    void segment_writtenAnewWhileItIsRead_isReadAgain() {
        // When
        read(
                0,
                () -> {
                    if (read.size() == 2) {
                        archive.write("seg_0.jss", List.of(row(1)), List.of(row(4)));
                    }
                });

        // Then
        assertThat(TestArchive.rkeys(read))
                .containsExactly("r1", "r2", "r1", "r4", "r5", "r6", "r7");
    }

    @Test
    void segment_damaged_isInvalid() throws IOException {
        archive.write("seg_0.jss", List.of(row(2), row(1)));
        archive.damage("seg_0.jss");

        assertThatThrownBy(() -> read(0, () -> {})).isInstanceOf(InvalidArchiveException.class);
    }

    @Test
    void event_ofTheArchive_isWhatTheStreamWouldHaveSaid() {
        ArchiveEvents events = new ArchiveEvents(new RowParser(WANTED), WANTED);

        StreamEvent.Placed event = events.of(row(3));

        assertThat(event.place().position()).isEqualTo(3);
        assertThat(event.rows())
                .singleElement()
                .isInstanceOfSatisfying(
                        Row.Put.class,
                        put -> {
                            assertThat(new String(put.json(), StandardCharsets.UTF_8))
                                    .isEqualTo("{\"title\":\"t3\"}");
                            assertThat(put.cid()).isPresent();
                            assertThat(put.uri().rkey().value()).isEqualTo("r3");
                        });
    }
}
