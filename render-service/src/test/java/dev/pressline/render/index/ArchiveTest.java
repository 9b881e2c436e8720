package dev.pressline.render.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.job.JobEvents;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.page.ArchiveMonth;
import dev.pressline.render.page.Chapter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The archives of channels, from events to the last job of each page. */
class ArchiveTest {

    private static final String CHANNEL = ObjectKeys.publication(Fixtures.PUBLICATION);
    private static final long DAY = 86_400L;

    private final PrintedSite site = new PrintedSite(Fixtures.stores());

    static List<String> channels() {
        return List.of(CHANNEL, ObjectKeys.author(Fixtures.DID));
    }

    private static Document document(int number, Optional<Instant> publishedAt, String title) {
        return Fixtures.dated(Fixtures.document(number, 1, title), publishedAt);
    }

    private static Document daily(int number) {
        return document(number, Optional.of(day(number)), "Title " + number);
    }

    private static Instant day(int number) {
        return Instant.parse("2020-01-01T00:00:00Z").plusSeconds(number * DAY / 3);
    }

    private static PrintedSite of(int documents) {
        PrintedSite site = new PrintedSite(Fixtures.stores());
        IntStream.range(0, documents).forEach(i -> site.put(daily(i)));
        return site.flushed();
    }

    @Test
    void channel_ofFewDocuments_hasNoArchive() {
        // Given
        IntStream.range(0, Chapters.FEWEST).forEach(i -> site.put(daily(i)));

        // When
        site.flushed();

        // Then
        assertThat(site.pages().keySet()).noneMatch(folder -> folder.contains("archive"));
        assertThat(site.listings(CHANNEL).get(CHANNEL)).hasSize(Chapters.FEWEST);
    }

    @ParameterizedTest
    @MethodSource("channels")
    void channel_ofManyDocuments_hasEachOnOnePage(String channel) {
        // When
        PrintedSite many = of(1_000);

        // Then
        List<AtUri> listed =
                many.listings(channel).values().stream().flatMap(Collection::stream).toList();
        assertThat(listed).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(many.listings(channel).get(channel))
                .hasSizeGreaterThanOrEqualTo(Chapters.FEWEST)
                .contains(Fixtures.documentUri(999));
    }

    @Test
    void chapters_ofAChannel_leadFromTheFirstPageToTheOldestAndBack() {
        // Given
        PrintedSite many = of(1_000);
        PrintJob.PrintChannel first = (PrintJob.PrintChannel) many.pages().get(CHANNEL);
        List<String> way = new ArrayList<>();
        Optional<Chapter> next = first.older();
        Optional<Chapter> newer = Optional.empty();

        // When
        while (next.isPresent()) {
            String folder = next.get().folder(CHANNEL);
            PrintJob.PrintChapter page = (PrintJob.PrintChapter) many.pages().get(folder);
            assertThat(page.newer()).as(folder).isEqualTo(newer);
            way.add(folder);
            newer = next;
            next = page.older();
        }

        // Then
        Set<String> all = new HashSet<>(many.listings(CHANNEL).keySet());
        all.remove(CHANNEL);
        assertThat(way).containsExactlyInAnyOrderElementsOf(all).hasSizeGreaterThan(20);
    }

    @Test
    void months_ofAChannel_areCountedAndFound() {
        // Given
        PrintedSite many = of(1_000);

        // When
        PrintJob.PrintArchive archive =
                (PrintJob.PrintArchive) many.pages().get(ObjectKeys.archive(CHANNEL));

        // Then
        assertThat(archive.months()).hasSize(11);
        assertThat(archive.months().stream().mapToLong(ArchiveMonth::documents).sum())
                .isEqualTo(1_000);
        assertThat(archive.months())
                .allSatisfy(
                        month ->
                                assertThat(
                                                many.pages()
                                                        .containsKey(
                                                                new Chapter(
                                                                                month.month(),
                                                                                Optional.empty())
                                                                        .folder(CHANNEL)))
                                        .as("%s", month.month())
                                        .isEqualTo(month.isArchived()));
    }

    @Test
    void months_ofHostileDates_areCut() {
        // Given
        for (int i = 0; i < ChannelJobs.MONTHS + 50; i++) {
            site.put(document(i, Optional.of(Instant.EPOCH.plusSeconds(i * 31 * DAY)), "Title"));
        }

        // When
        site.flushed();

        // Then
        PrintJob.PrintArchive archive =
                (PrintJob.PrintArchive) site.pages().get(ObjectKeys.archive(CHANNEL));
        assertThat(archive.months()).hasSize(ChannelJobs.MONTHS);
        assertThat(archive.cut()).isTrue();
    }

    @Test
    void chapter_ofDocumentsThatNeverBeginOne_isCutAndSaysSo() {
        // Given
        Instant same = Instant.parse("2020-01-01T00:00:00Z");
        IntStream.range(0, 50_000)
                .filter(i -> !ChapterStart.isAlways(Fixtures.documentUri(i)))
                .limit(Chapters.MOST + 100L)
                .forEach(i -> site.put(document(i, Optional.of(same), "Title")));
        IntStream.range(60_000, 60_040)
                .forEach(i -> site.put(document(i, Optional.of(same.plusSeconds(40 * DAY)), "T")));

        // When
        site.flushed();

        // Then
        PrintJob.PrintChapter chapter =
                (PrintJob.PrintChapter) site.pages().get(Chapter.parse("2020-01").folder(CHANNEL));
        assertThat(chapter.items()).hasSize(Chapters.MOST);
        assertThat(chapter.cut()).isTrue();
    }

    @Test
    void account_hiddenAndBack_hasTheSamePagesAgain() {
        // Given
        PrintedSite many = of(300);
        Map<String, PrintJob> before = Map.copyOf(many.pages());

        // When
        many.account(false);
        many.flushed();
        Set<String> hidden = Set.copyOf(many.pages().keySet());
        many.account(true);
        many.flushed();

        // Then
        assertThat(hidden).isEmpty();
        assertThat(many.pages()).isEqualTo(before);
    }

    @Test
    void publication_changedWithManyDocuments_isSweptWhileNewsGoesFirst() {
        // Given
        PrintedSite many = of(300);
        int jobs = many.jobs();
        many.publication("https://moved.example");
        many.flush();
        int first = many.jobs() - jobs;
        many.put(daily(400));

        // When
        List<PrintJob> next = many.flush();
        many.flushed();

        // Then
        assertThat(first).isLessThan(AccountIndex.SWEPT + 20);
        assertThat(next.getFirst().folder())
                .isEqualTo(ObjectKeys.document(Fixtures.documentUri(400)));
        assertThat(next)
                .filteredOn(PrintJob.PrintDocument.class::isInstance)
                .hasSizeLessThanOrEqualTo(1 + AccountIndex.SWEPT + 5);
        assertThat(many.pages().values())
                .filteredOn(PrintJob.PrintDocument.class::isInstance)
                .hasSize(301)
                .allSatisfy(
                        job ->
                                assertThat(
                                                ((PrintJob.PrintDocument) job)
                                                        .document()
                                                        .canonicalUrl()
                                                        .orElseThrow())
                                        .startsWith("https://moved.example/"));
    }

    @Test
    void sweep_afterARestart_goesOnWhereItWas() {
        // Given
        AccountIndex.Stores stores = Fixtures.stores();
        PrintedSite before = new PrintedSite(stores);
        IntStream.range(0, 300).forEach(i -> before.put(daily(i)));
        before.flushed();
        before.publication("https://moved.example");
        before.flush();
        AccountIndex index = new AccountIndex(stores, Fixtures.chapters());
        List<PrintJob> jobs = new ArrayList<>();

        // When
        while (index.flush(Extent.EVERYTHING, jobs::add)) {
            continue;
        }

        // Then
        Set<String> printed = new HashSet<>();
        jobs.stream()
                .filter(PrintJob.PrintDocument.class::isInstance)
                .forEach(job -> printed.add(job.folder()));
        assertThat(printed)
                .as("the rest, and the neighbour of its first")
                .hasSize(300 - AccountIndex.SWEPT + 1)
                .doesNotContain(ObjectKeys.document(Fixtures.documentUri(299)));
    }

    @Test
    void account_hidden_losesItsChannelsAtOnceAndItsPagesSoon() {
        // Given
        PrintedSite many = of(1_200);
        many.account(false);

        // When
        many.flush();

        // Then
        assertThat(many.pages()).doesNotContainKeys(CHANNEL, ObjectKeys.author(Fixtures.DID));
        assertThat(many.flushed().pages()).isEmpty();
    }

    /**
     * Promise 3: what is printed in the end depends on the documents that are there alone, however
     * they came, moved and went.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void pages_afterAnyHistory_areThoseOfTheSurvivors(long seed) {
        // Given
        Random random = new Random(seed);
        Map<Integer, Document> survivors = new HashMap<>();
        for (int step = 0; step < 1_500; step++) {
            int number = random.nextInt(60 + 40 * (int) (seed % 6));
            if (random.nextInt(3) == 0) {
                site.delete(Fixtures.documentUri(number));
                survivors.remove(number);
            } else {
                Document document = document(number, date(random), "Title " + step);
                site.put(document);
                survivors.put(number, document);
            }
            if (random.nextInt(20) == 0) {
                site.flush();
            }
        }

        // When
        site.flushed();

        // Then
        PrintedSite fresh = new PrintedSite(Fixtures.stores());
        survivors.values().forEach(fresh::put);
        fresh.flushed();
        assertThat(site.pages().keySet()).isEqualTo(fresh.pages().keySet());
        fresh.pages()
                .forEach(
                        (folder, job) ->
                                assertThat(site.pages().get(folder)).as(folder).isEqualTo(job));
    }

    /** Mostly few months and the same moments, sometimes none, so that much meets at boundaries. */
    private static Optional<Instant> date(Random random) {
        Instant first = Instant.parse("2020-01-01T00:00:00Z");
        return switch (random.nextInt(8)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(first.plusSeconds(31 * DAY));
            case 2 -> Optional.of(first.plusSeconds(31 * DAY - 1));
            default -> Optional.of(first.plusSeconds(random.nextInt(120) * DAY));
        };
    }

    /** What an operation costs does not grow with what is there: counts, not times. */
    @Test
    void operations_amongManyDocuments_costNoMoreThanAmongFew() {
        // When
        List<Cost> few = costs(1_000);
        List<Cost> many = costs(20_000);

        // Then
        assertThat(many)
                .extracting(Cost::counts)
                .isEqualTo(few.stream().map(Cost::counts).toList());
        for (int i = 0; i < few.size(); i++) {
            assertThat(many.get(i).bytes()).isLessThanOrEqualTo(few.get(i).bytes() * 11 / 10);
        }
    }

    /** What an operation costs: reads, writes and jobs in words, and the bytes of the jobs. */
    private record Cost(String counts, long bytes) {}

    /** Documents of long ago, so that as many months are listed as ever are. */
    private static Document monthly(int number) {
        Instant month = Instant.parse("1900-01-01T00:00:00Z").plusSeconds(number * 31 * DAY);
        return document(100_000 + number, Optional.of(month), "Long ago");
    }

    private static List<Cost> costs(int documents) {
        CountingStore order = new CountingStore();
        AccountIndex.Stores stores = Fixtures.stores();
        PrintedSite site =
                new PrintedSite(
                        new AccountIndex.Stores(
                                stores.versions(),
                                stores.records(),
                                order,
                                stores.places(),
                                stores.marks()));
        IntStream.range(0, ChannelJobs.MONTHS + 10).forEach(i -> site.put(monthly(i)));
        IntStream.range(0, documents).forEach(i -> site.put(daily(i - documents)));
        site.flushed();
        List<Cost> costs = new ArrayList<>();
        Document old = daily(-500);
        Document added = daily(1);
        List<Runnable> operations =
                List.of(
                        () -> site.put(document(-500, old.publishedAt(), "Edited")),
                        () -> site.delete(old.uri()),
                        () -> site.put(added),
                        () -> site.delete(added.uri()));
        for (Runnable operation : operations) {
            order.reset();
            operation.run();
            List<PrintJob> jobs = site.flushedJobs();
            long bytes = jobs.stream().mapToLong(job -> JobEvents.value(job).length).sum();
            costs.add(new Cost(jobs.size() + " jobs, " + order, bytes));
        }
        return costs;
    }
}
