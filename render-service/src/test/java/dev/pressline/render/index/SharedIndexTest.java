package dev.pressline.render.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.job.Departure;
import dev.pressline.render.job.Item;
import dev.pressline.render.job.Membership;
import dev.pressline.render.job.MembershipKey;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Chapter;
import dev.pressline.render.page.ListingEntry;
import dev.pressline.render.page.Tag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedIndexTest {

    private final Whole whole = new Whole();

    /** All partitions, each with an index, and what the press would have printed. */
    private static final class Whole {

        private static final int PARTITIONS = 3;

        private final List<SharedIndex> partitions = new ArrayList<>();
        private final Map<String, PrintJob> pages = new TreeMap<>();

        Whole() {
            for (int i = 0; i < PARTITIONS; i++) {
                partitions.add(
                        new SharedIndex(
                                new SharedIndex.Stores(
                                        new MemoryStore(), new MemoryStore(), new MemoryStore()),
                                Fixtures.chapters()));
            }
        }

        boolean list(Document document) {
            Item item = new Item(ListingEntry.of(document, Optional.empty()), "0".repeat(64));
            return send(
                    MembershipKey.front(document.uri()),
                    Optional.of(
                            ContractJson.write(Membership.class, new Membership(item, List.of()))),
                    Optional.empty());
        }

        void unlist(int number) {
            send(
                    MembershipKey.front(Fixtures.documentUri(number)),
                    Optional.empty(),
                    Optional.empty());
        }

        void delete(int number, int rev, String... tags) {
            List<Tag> last = Stream.of(tags).map(Tag::new).toList();
            send(
                    MembershipKey.front(Fixtures.documentUri(number)),
                    Optional.empty(),
                    Optional.of(new Departure(Fixtures.rev(rev), last)));
        }

        private boolean send(
                MembershipKey key, Optional<byte[]> value, Optional<Departure> departure) {
            Deque<Runnable> handedOn = new ArrayDeque<>();
            boolean isNews =
                    partitions
                            .get(MembershipKey.partition(key.text(), PARTITIONS))
                            .place(
                                    key,
                                    value,
                                    departure,
                                    (next, given, gone) ->
                                            handedOn.add(
                                                    () ->
                                                            send(
                                                                    MembershipKey.parse(
                                                                            next.text()),
                                                                    given,
                                                                    gone)));
            handedOn.forEach(Runnable::run);
            return isNews;
        }

        Whole flushed() {
            for (SharedIndex index : partitions) {
                while (index.flush(Extent.EVERYTHING, this::print)) {
                    continue;
                }
            }
            return this;
        }

        /** Prints what must not wait, and nothing else. */
        Whole flushedUrgently() {
            partitions.forEach(index -> index.flush(index.urgent(), this::print));
            return this;
        }

        private void print(PrintJob job) {
            if (job.isRemoval()) {
                pages.remove(job.key());
            } else {
                pages.put(job.key(), withoutHint(job));
            }
        }

        /** A job without what it says of the past. */
        private static PrintJob withoutHint(PrintJob job) {
            return job instanceof PrintJob.PrintChannel print
                    ? new PrintJob.PrintChannel(
                            print.channel(),
                            print.items(),
                            print.cut(),
                            print.older(),
                            print.deleted(),
                            Optional.empty())
                    : job;
        }

        List<Integer> items(String key) {
            PrintJob job = pages.get(key);
            return job instanceof PrintJob.PrintChannel print
                    ? print.items().stream()
                            .map(
                                    item ->
                                            Integer.parseInt(
                                                    item.entry().uri().rkey().value().substring(3)))
                            .toList()
                    : List.of();
        }
    }

    private List<Integer> deleted(String key) {
        return ((PrintJob.PrintChannel) whole.pages.get(key))
                .deleted().stream()
                        .map(each -> Integer.parseInt(each.uri().rkey().value().substring(3)))
                        .toList();
    }

    private static Document document(int number, String... tags) {
        return Fixtures.tagged(Fixtures.document(number, 1, "Title " + number), List.of(tags));
    }

    private static String tag(String name) {
        return ObjectKeys.tag(name);
    }

    @Test
    void documents_withATagInAnySpelling_areInItsChannelNewestFirst() {
        // Given
        whole.list(document(1, "Climate Change", "x"));
        whole.list(document(2, "CLIMATE  change"));
        whole.list(document(3));

        // When
        whole.flushed();

        // Then
        assertThat(whole.items("front")).containsExactly(3, 2, 1);
        assertThat(whole.items(tag("climate change"))).containsExactly(2, 1);
        assertThat(((PrintJob.PrintChannel) whole.pages.get(tag("climate change"))).channel())
                .isEqualTo(new Channel.OfTag(new Tag("climate change")));
    }

    @Test
    void tag_ofOneDocumentAlone_hasNoFeedsUnlessThatWasNotTheOnlyOne() {
        // Given
        String ink = tag("ink");
        whole.list(document(1, "ink"));
        PrintJob alone = whole.flushed().pages.get(ink);
        whole.list(document(2, "ink"));
        PrintJob two = whole.flushed().pages.get(ink);
        whole.delete(2, 2, "ink");
        PrintJob deleted = whole.flushed().pages.get(ink);

        // When
        List<Boolean> feeds =
                Stream.of(alone, two, deleted, whole.pages.get("front"))
                        .map(job -> ((PrintJob.PrintChannel) job).hasFeeds())
                        .toList();

        // Then
        assertThat(feeds).containsExactly(false, true, true, true);
    }

    @Test
    void document_thatLosesATag_leavesItsChannelWhichDisappearsWithTheLast() {
        // Given
        whole.list(document(1, "sea", "wind"));
        whole.list(document(2, "sea"));
        whole.flushed();

        // When
        whole.list(document(1, "sea"));
        whole.unlist(2);
        whole.flushed();

        // Then
        assertThat(whole.items(tag("sea"))).containsExactly(1);
        assertThat(whole.pages).doesNotContainKey(tag("wind"));
    }

    @Test
    void document_deleted_hasADeletedEntryInTheWholeAndItsTagsUntilItReturns() {
        // Given
        whole.list(document(1, "sea", "wind"));
        whole.list(document(2, "sea", "wind"));
        whole.delete(1, 5, "sea", "wind");
        whole.flushed();
        List<Integer> ofWhole = deleted("front");
        List<Integer> ofTag = deleted(tag("sea"));

        // When
        whole.list(document(1, "wind"));
        whole.flushed();

        // Then
        assertThat(ofWhole).containsExactly(1);
        assertThat(ofTag).containsExactly(1);
        assertThat(deleted("front")).isEmpty();
        assertThat(deleted(tag("sea"))).isEmpty();
        assertThat(deleted(tag("wind"))).isEmpty();
    }

    @Test
    void document_deleted_leavesChannelsThatNamedItAtOnce_othersWait() {
        // Given
        whole.list(document(1, "sea"));
        whole.list(document(2, "sea", "wind"));
        whole.list(document(3, "ice"));
        whole.flushed();
        whole.list(document(4, "ice"));
        whole.delete(1, 5, "sea");

        // When
        whole.flushedUrgently();

        // Then
        assertThat(whole.items("front")).containsExactly(4, 3, 2);
        assertThat(whole.items(tag("sea"))).containsExactly(2);
        assertThat(whole.items(tag("ice"))).as("not urgent").containsExactly(3);
        assertThat(whole.flushed().items(tag("ice"))).containsExactly(4, 3);
    }

    @Test
    void document_listedAgainAsItWas_isNoNews() {
        // Given
        Document document = document(1, "sea");

        // Then
        assertThat(whole.list(document)).isTrue();
        assertThat(whole.list(document)).isFalse();
        assertThat(whole.list(document(1, "ice"))).isTrue();
        whole.unlist(1);
        assertThat(whole.list(document)).isTrue();
        assertThat(whole.flushed().items(tag("sea"))).containsExactly(1);
    }

    @Test
    void document_thatIsNoLongerListed_hasNoDeletedEntry() {
        // Given
        whole.list(document(1, "sea"));
        whole.list(document(2, "sea"));

        // When
        whole.unlist(1);
        whole.flushed();

        // Then
        assertThat(deleted("front")).isEmpty();
        assertThat(deleted(tag("sea"))).isEmpty();
    }

    @Test
    void document_ofEndlessTags_entersTheFirstTwenty() {
        // Given
        String[] tags = new String[10_000];
        for (int i = 0; i < tags.length; i++) {
            tags[i] = "tag" + i;
        }

        // When
        whole.list(document(1, tags));
        whole.flushed();

        // Then
        assertThat(whole.pages).hasSize(22).containsKey(tag("tag19"));
    }

    @Test
    void whole_withoutDocuments_isStillPrinted() {
        // Given
        whole.list(document(1, "sea"));
        whole.flushed();

        // When
        whole.unlist(1);
        whole.flushed();

        // Then
        assertThat(whole.pages).containsOnlyKeys("front", "sitemap.xml");
        assertThat(whole.items("front")).isEmpty();
    }

    @Test
    void sitemap_ofTheWhole_namesTheChaptersThatHaveAPage() {
        // Given
        IntStream.range(0, 200).forEach(i -> whole.list(document(i)));

        // When
        whole.flushed();

        // Then
        List<Chapter> chapters =
                ((PrintJob.PrintSitemap) whole.pages.get(ObjectKeys.SITEMAP)).chapters();
        assertThat(chapters)
                .isNotEmpty()
                .extracting(each -> each.folder(ObjectKeys.FRONT))
                .containsExactlyInAnyOrderElementsOf(
                        whole.pages.entrySet().stream()
                                .filter(e -> e.getValue() instanceof PrintJob.PrintChapter)
                                .map(Map.Entry::getKey)
                                .toList());
    }

    @Test
    void sitemap_ofDocumentsThatChangeInTheirPlace_isNotPrintedAgain() {
        // Given
        IntStream.range(0, 200).forEach(i -> whole.list(document(i)));
        whole.flushed();
        whole.pages.remove(ObjectKeys.SITEMAP);

        // When
        IntStream.range(0, 200).forEach(i -> whole.list(document(i, "sea")));
        whole.flushed();

        // Then
        assertThat(whole.items(tag("sea"))).isNotEmpty();
        assertThat(whole.pages).doesNotContainKey(ObjectKeys.SITEMAP);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void pages_afterAnyHistory_areThoseOfTheSurvivors(long seed) {
        // Given
        Random random = new Random(seed);
        Map<Integer, Document> survivors = new HashMap<>();
        Map<Integer, Integer> deleted = new HashMap<>();
        for (int step = 0; step < 800; step++) {
            int number = random.nextInt(150);
            int way = random.nextInt(8);
            deleted.remove(number);
            if (way == 0) {
                whole.delete(number, step, "t0", "t1");
                survivors.remove(number);
                deleted.put(number, step);
            } else if (way == 1) {
                whole.unlist(number);
                survivors.remove(number);
            } else {
                Document document =
                        document(number, "t" + random.nextInt(3), "T" + random.nextInt(3));
                whole.list(document);
                survivors.put(number, document);
            }
            if (random.nextInt(30) == 0) {
                whole.flushed();
            }
        }

        // When
        whole.flushed();

        // Then
        Whole fresh = new Whole();
        List<Document> shuffled = new ArrayList<>(survivors.values());
        Collections.shuffle(shuffled, random);
        shuffled.forEach(fresh::list);
        deleted.forEach((number, rev) -> fresh.delete(number, rev, "t0", "t1"));
        fresh.flushed();
        assertThat(whole.pages).isEqualTo(fresh.pages);
    }
}
