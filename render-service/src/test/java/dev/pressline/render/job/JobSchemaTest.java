package dev.pressline.render.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.Schemas;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.output.Manifest;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.defect.Defect;
import dev.pressline.render.feed.DeletedEntry;
import dev.pressline.render.page.ArchiveMonth;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Chapter;
import dev.pressline.render.page.ListingEntry;
import dev.pressline.render.page.Neighbours;
import dev.pressline.render.page.Tag;
import dev.pressline.render.sample.Essay;
import dev.pressline.render.sample.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobSchemaTest {

    private static final String HASH = "0".repeat(64);

    static Stream<Document> documents() {
        return Stream.of(Essay.document(), Samples.repaired(), Samples.arabic());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "job-print-document",
                "job-remove-document",
                "job-remove-document-departed",
                "job-move-document",
                "job-print-channel-archived",
                "job-print-channel-tag",
                "job-print-channel-deleted",
                "job-remove-channel",
                "job-print-chapter",
                "job-print-archive",
                "job-remove-archive",
                "job-print-report",
                "job-remove-report",
                "job-print-directory",
                "job-print-subscriptions",
                "job-remove-subscriptions",
                "job-print-sitemap"
            })
    void job_ofSample_readAndWrittenIsTheSame(String name) throws IOException {
        assertReadsAndWrites(PrintJob.class, name);
    }

    @Test
    void membership_ofSample_readAndWrittenIsTheSame() throws IOException {
        assertReadsAndWrites(Membership.class, "feed");
    }

    @Test
    void directoryEntry_ofSample_readAndWrittenIsTheSame() throws IOException {
        assertReadsAndWrites(DirectoryEntry.class, "feed-directory");
    }

    @Test
    void subscribed_ofSample_readAndWrittenIsTheSame() throws IOException {
        assertReadsAndWrites(Subscribed.class, "feed-subscribed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rendered", "rendered-feed"})
    void manifest_ofSample_readAndWrittenIsTheSame(String name) throws IOException {
        assertReadsAndWrites(Manifest.class, name);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void jobs_ofADocument_areValid(Document document) {
        // Given
        var publication = Optional.of(Samples.publication(Optional.empty()));
        Item item = new Item(ListingEntry.of(document, publication), HASH);
        List<PrintJob> jobs =
                List.of(
                        new PrintJob.PrintDocument(
                                WrittenDocument.of(document),
                                publication,
                                Neighbours.NONE,
                                true,
                                Optional.of(true)),
                        new PrintJob.PrintChannel(
                                new Channel.Front(),
                                List.of(item),
                                Optional.of(false),
                                Optional.of(Chapter.parse("2026-01")),
                                List.of(new DeletedEntry(document.uri(), document.rev())),
                                Optional.of(true)),
                        new PrintJob.PrintChapter(
                                new Channel.Front(),
                                Chapter.parse("undated"),
                                List.of(item),
                                true,
                                Optional.empty(),
                                Optional.of(Chapter.parse("2026-01/abc"))),
                        new PrintJob.PrintArchive(
                                new Channel.Front(),
                                List.of(
                                        new ArchiveMonth(
                                                Optional.of(YearMonth.of(2026, 1)), 3, true),
                                        new ArchiveMonth(Optional.empty(), 1, true)),
                                false),
                        new PrintJob.RemoveArchive("archive/2026-01/"),
                        new PrintJob.MoveDocument(document.uri(), document.uri()),
                        new PrintJob.RemoveDocument(document.uri(), false, Optional.empty()),
                        new PrintJob.RemoveDocument(
                                document.uri(),
                                true,
                                Optional.of(
                                        new Departure(document.rev(), List.of(new Tag("ink"))))));

        // When / Then
        for (PrintJob job : jobs) {
            assertThat(Schemas.faults(EventType.JOB, JobEvents.value(job))).isEmpty();
        }
        byte[] membership =
                ContractJson.write(Membership.class, new Membership(item, Defect.of(document)));
        assertThat(Schemas.faults(EventType.FEED, membership)).isEmpty();
    }

    @Test
    void job_writtenBeforePagesWereCalledNew_isRead() throws IOException {
        // Given
        JsonNode old =
                ((com.fasterxml.jackson.databind.node.ObjectNode)
                                dev.pressline.contract.Samples.of("job-print-document"))
                        .without("isNew");

        // When
        PrintJob job =
                ContractJson.read(PrintJob.class, old.toString().getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(((PrintJob.PrintDocument) job).isNew()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"publication", "author", "front"})
    void job_writtenBeforeChannelsHadArchives_isRead(String channel) {
        // Given
        JsonNode old = dev.pressline.contract.Samples.of("job-print-channel-" + channel);

        // When
        PrintJob job =
                ContractJson.read(PrintJob.class, old.toString().getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(((PrintJob.PrintChannel) job).older()).isEmpty();
        assertThat(((PrintJob.PrintChannel) job).cut()).isEmpty();
    }

    private static <T> void assertReadsAndWrites(Class<T> type, String name) throws IOException {
        // Given
        JsonNode sample = dev.pressline.contract.Samples.of(name);
        byte[] extended =
                dev.pressline.contract.Samples.withUnknownFields(sample)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
        byte[] bytes = sample.toString().getBytes(StandardCharsets.UTF_8);

        // When
        byte[] written = ContractJson.write(type, ContractJson.read(type, bytes));

        // Then
        assertThat(ContractJson.mapper().readTree(written)).isEqualTo(sample);
        assertThat(ContractJson.read(type, extended)).isNotNull();
    }
}
