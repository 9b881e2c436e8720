package dev.pressline.render.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Feed;
import dev.pressline.render.sample.DocumentBuilder;
import dev.pressline.render.sample.Essay;
import dev.pressline.render.sample.HostileDocuments;
import dev.pressline.render.sample.SampleSite;
import dev.pressline.render.sample.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;

/** Feeds as the parsers of others read them. */
class FeedRulesTest {

    /** What mutation testing leaves out. */
    private static final String SLOW = "slow";

    private static final String ID =
            "tag:pressline.dev,2026:" + Samples.DID + "/site.standard.document/essay";
    private static final Channel CHANNEL =
            new Channel.OfPublication(Samples.publication(Optional.empty()));

    private final FeedRenderer feeds = new FeedRenderer(SampleSite.SETTINGS);

    @ParameterizedTest
    @EnumSource(names = {"RSS", "ATOM"})
    void entry_readByRome_saysWhatTheDocumentSays(Feed format) throws FeedException {
        // Given
        byte[] feed = feed(format, Essay.document());

        // When
        SyndEntry entry = rome(feed).getEntries().getFirst();

        // Then
        assertThat(entry.getUri()).isEqualTo(ID);
        assertThat(entry.getTitle()).isEqualTo("What a Page Owes Its Reader");
        assertThat(entry.getLink())
                .isEqualTo("https://reader.example/document/" + Samples.DID + "/essay/");
        assertThat(entry.getPublishedDate())
                .isEqualTo(Date.from(Instant.parse("2026-03-04T09:30:00Z")));
        assertThat(entry.getAuthor()).isEqualTo("Ada Compositor");
        assertThat(entry.getCategories())
                .extracting("name")
                .containsExactly("typography", "craft", "reading");
        assertThat(entry.getDescription().getValue()).startsWith("A line that is neither");
        assertThat(entry.getContents().getFirst().getValue())
                .contains("Before anybody reads a word", "blobs/")
                .doesNotContain("SECRET");
    }

    @ParameterizedTest
    @EnumSource(names = {"RSS", "ATOM"})
    void feed_readByRome_saysWhatThePublicationSays(Feed format) throws FeedException {
        // Given
        byte[] feed = feed(format, Samples.arabic(), Essay.document());
        String self = "https://reader.example/" + format.key(CHANNEL.folder());

        // When
        SyndFeed read = rome(feed);

        // Then
        assertThat(read.getTitle()).isEqualTo("The Composing Room");
        assertThat(read.getDescription()).startsWith("Notes from a small print shop");
        assertThat(new String(feed, StandardCharsets.UTF_8))
                .contains("rel=\"self\" type=\"" + format.mediaType() + "\" href=\"" + self);
        assertThat(read.getPublishedDate())
                .as("the date of the newest item")
                .isEqualTo(Date.from(Instant.parse("2026-03-09T18:00:00Z")));
    }

    @Test
    void jsonFeed_ofADocument_keepsToVersionOneOne() throws IOException {
        // Given
        byte[] feed = feed(Feed.JSON, Essay.document());

        // When
        JsonNode read = new ObjectMapper().readTree(feed);

        // Then
        assertThat(read.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        JsonNode item = read.path("items").path(0);
        assertThat(item.path("id").asText()).isEqualTo(ID);
        assertThat(item.path("external_url").asText())
                .isEqualTo("https://press.example/essays/setting");
        assertThat(item.path("date_modified").asText()).isEqualTo("2026-03-09T18:00:00Z");
        assertThat(item.path("authors").path(0).path("name").asText()).isEqualTo("Ada Compositor");
        assertThat(item.path("attachments").path(0).path("size_in_bytes").asLong())
                .isEqualTo(48_213);
        assertNothingEmpty(read);
    }

    @Tag(SLOW)
    @ParameterizedTest
    @EnumSource
    void feed_ofAttacks_isWellFormed(Feed format) throws Exception {
        // Given
        Document[] documents =
                LongStream.range(0, 200).mapToObj(HostileDocuments::of).toArray(Document[]::new);

        // When
        byte[] feed = feed(format, documents);

        // Then
        assertThat(items(format, feed)).isEqualTo(documents.length);
    }

    @Tag(SLOW)
    @Test
    void bodies_inFeeds_holdNothingThatReadersMustRemove() throws IOException {
        // Given
        Document[] documents =
                LongStream.range(0, 200).mapToObj(HostileDocuments::of).toArray(Document[]::new);
        JsonNode feed = new ObjectMapper().readTree(feed(Feed.JSON, documents));

        for (JsonNode item : feed.path("items")) {
            // When
            var body = Jsoup.parseBodyFragment(item.path("content_html").asText());

            // Then
            assertThat(body.select("script, style, form, input, iframe, svg, [class], [style]"))
                    .isEmpty();
            assertThat(body.select("img").eachAttr("src"))
                    .allMatch(src -> src.startsWith("https://reader.example/blobs/"));
            assertThat(body.select("a").eachAttr("href"))
                    .allMatch(href -> href.startsWith("#") || href.contains(":"));
            String prefix = item.path("id").asText();
            String rkey = prefix.substring(prefix.lastIndexOf('/') + 1);
            assertThat(body.select("[id]").eachAttr("id")).allMatch(id -> id.startsWith(rkey));
        }
    }

    @ParameterizedTest
    @EnumSource
    void id_afterEverythingElseChanged_isTheSame(Feed format) {
        // Given
        Document before = Essay.document();
        Document after =
                Samples.document("essay")
                        .title("Quite another title")
                        .canonicalUrl(Optional.of("https://elsewhere.example/moved"))
                        .dates(Optional.empty(), Optional.empty())
                        .build();

        // When
        String first = new String(feed(format, before), StandardCharsets.UTF_8);
        String second = new String(feed(format, after), StandardCharsets.UTF_8);

        // Then
        assertThat(first).contains(ID);
        assertThat(second).contains(ID);
    }

    @Test
    void atom_withDeletedDocuments_namesEachAndTheNewestLast() throws FeedException {
        // Given
        DeletedEntry newer = deletedEntry("newer", "2026-03-05T10:00:00Z");
        DeletedEntry older = deletedEntry("older", "2026-03-04T10:00:00Z");
        String start = "<at:deleted-entry ref=\"tag:pressline.dev,2026:" + Samples.DID;

        // When
        byte[] feed =
                feeds.feed(
                        Feed.ATOM,
                        CHANNEL,
                        Optional.empty(),
                        List.of(newer, older),
                        List.of(feeds.item(Essay.document())));

        // Then
        assertThat(text(feed))
                .contains("xmlns:at=\"http://purl.org/atompub/tombstones/1.0\"")
                .containsSubsequence(
                        start + "/site.standard.document/older\" when=\"2026-03-04T10:00:00Z\"/>",
                        start + "/site.standard.document/newer\" when=\"2026-03-05T10:00:00Z\"/>",
                        "<entry");
        assertThat(rome(feed).getEntries()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void feed_withoutDeletedDocuments_saysNothingOfThem(Feed format) {
        assertThat(text(feed(format, Essay.document())))
                .doesNotContain("deleted-entry", "xmlns:at=");
    }

    private static DeletedEntry deletedEntry(String rkey, String time) {
        return new DeletedEntry(
                AtUri.parse("at://" + Samples.DID + "/site.standard.document/" + rkey),
                Tid.of(Instant.parse(time).toEpochMilli() * 1_000, 0));
    }

    @ParameterizedTest
    @EnumSource
    void item_rendered_hasTheSameBytesInEveryFeed(Feed format) {
        // Given
        FeedItem alone = feeds.item(Essay.document());
        FeedItem other = feeds.item(Samples.arabic());

        // When
        String feed =
                new String(
                        feeds.feed(
                                format,
                                new Channel.Front(),
                                Optional.empty(),
                                List.of(),
                                List.of(other, alone)),
                        StandardCharsets.UTF_8);

        // Then
        byte[] bytes =
                switch (format) {
                    case RSS -> alone.whole().rss();
                    case ATOM -> alone.whole().atom();
                    case JSON -> alone.whole().json();
                };
        assertThat(feed).contains(new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void document_withoutAnyDate_hasNoneInRss() {
        // Given
        Document document = undated().build();

        // When
        String feed = new String(feed(Feed.RSS, document), StandardCharsets.UTF_8);

        // Then
        assertThat(feed).doesNotContain("pubDate", "1970");
    }

    @Test
    void document_withoutTitle_hasNoneInRssButASummary() throws FeedException {
        // Given
        Document document = Samples.document("x").title("").build();

        // When
        SyndEntry entry = rome(feed(Feed.RSS, document)).getEntries().getFirst();

        // Then
        assertThat(entry.getTitle()).isNull();
        assertThat(entry.getDescription().getValue()).isEqualTo("What a page owes its reader.");
    }

    @ParameterizedTest
    @EnumSource
    void document_withAWarning_isNotShownInFeeds(Feed format) {
        // Given
        Document document =
                Samples.document("x")
                        .labels("porn")
                        .cover(Samples.blob("cover", 1, 1, BlobState.STORED))
                        .blocks(Samples.paragraph("SECRET"))
                        .build();

        // When
        String feed = new String(feed(format, document), StandardCharsets.UTF_8);

        // Then
        assertThat(feed).contains("marked this text as sexual").doesNotContain("SECRET", "blobs/");
    }

    @ParameterizedTest
    @EnumSource
    void feed_withoutItems_isWellFormed(Feed format) throws Exception {
        // When
        byte[] feed = feed(format);

        // Then
        assertThat(items(format, feed)).isZero();
    }

    @Tag(SLOW)
    @ParameterizedTest
    @EnumSource
    void feed_ofMoreTextThanItHasRoomFor_isBriefBeyond(Feed format) throws Exception {
        // Given
        String text = "Whole: " + "x".repeat(FeedRenderer.ROOM * 2 / 5);
        Document[] documents =
                IntStream.range(0, 5)
                        .mapToObj(
                                i ->
                                        Samples.document("long" + i)
                                                .blocks(Samples.paragraph(text))
                                                .build())
                        .toArray(Document[]::new);

        // When
        byte[] feed = feed(format, documents);

        // Then
        assertThat(items(format, feed)).isEqualTo(5);
        assertThat(feed.length).isLessThan(FeedRenderer.ROOM);
        assertThat(occurrences("Whole: x", feed)).isEqualTo(2);
        assertThat(occurrences("Read the whole text", feed)).isEqualTo(3);
        assertThat(Arrays.equals(feed(format, documents), feed)).isTrue();
    }

    private static int occurrences(String part, byte[] feed) {
        String text = new String(feed, StandardCharsets.UTF_8);
        int count = 0;
        int at = text.indexOf(part);
        while (at >= 0) {
            count++;
            at = text.indexOf(part, at + 1);
        }
        return count;
    }

    @Tag(SLOW)
    @Test
    void item_ofEndlessTitle_isBoundedInItsBriefForm() {
        // Given
        Document document = Samples.document("x").title("T" + "\u0301".repeat(1_000_000)).build();

        // When / Then
        assertThat(feeds.item(document).brief().size()).isLessThan(20_000);
    }

    @Test
    void cover_thatIsStored_isAnEnclosureOfTrueLength() throws FeedException {
        // Given
        Document document =
                Samples.document("covered")
                        .cover(Samples.blob("cover", 1200, 800, BlobState.STORED))
                        .build();

        // When
        SyndEntry entry = rome(feed(Feed.RSS, document)).getEntries().getFirst();

        // Then
        assertThat(entry.getEnclosures())
                .singleElement()
                .satisfies(
                        each ->
                                assertThat(each.getLength())
                                        .isEqualTo(document.coverImage().orElseThrow().size()));
    }

    private static String text(byte[] feed) {
        return new String(feed, StandardCharsets.UTF_8);
    }

    private static DocumentBuilder undated() {
        return Samples.document("x").dates(Optional.empty(), Optional.empty());
    }

    private byte[] feed(Feed format, Document... documents) {
        return feeds.feed(
                format,
                CHANNEL,
                Optional.empty(),
                List.of(),
                Arrays.stream(documents).map(feeds::item).toList());
    }

    private static SyndFeed rome(byte[] feed) throws FeedException {
        return new SyndFeedInput()
                .build(new StringReader(new String(feed, StandardCharsets.UTF_8)));
    }

    private static int items(Feed format, byte[] feed)
            throws IOException, SAXException, ParserConfigurationException {
        if (format == Feed.JSON) {
            return new ObjectMapper().readTree(feed).path("items").size();
        }
        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(feed));
        return document.getElementsByTagName(format == Feed.RSS ? "item" : "entry").getLength();
    }

    private static void assertNothingEmpty(JsonNode node) {
        assertThat(node.isNull()).isFalse();
        if (node.isValueNode()) {
            assertThat(node.asText()).isNotEmpty();
        } else {
            assertThat(node).isNotEmpty().allSatisfy(FeedRulesTest::assertNothingEmpty);
        }
    }
}
