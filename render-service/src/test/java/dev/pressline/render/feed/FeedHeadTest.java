package dev.pressline.render.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Publication;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Chapter;
import dev.pressline.render.page.Feed;
import dev.pressline.render.page.ListingPage;
import dev.pressline.render.page.SiteSettings;
import dev.pressline.render.sample.SampleSite;
import dev.pressline.render.sample.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** What a feed says of itself, and how its items are laid between its head and its foot. */
class FeedHeadTest {

    private static final String FOLDER =
            "https://reader.example/publication/" + Samples.DID + "/press/";
    private static final String ICON =
            "https://reader.example/blobs/" + Samples.DID + "/" + Samples.cid("icon");
    private static final Channel PRESS = channel(Optional.of(icon(BlobState.STORED)));

    private final FeedRenderer feeds = new FeedRenderer(SampleSite.SETTINGS);

    @Test
    void atom_ofAPublication_saysWhoseItIs() {
        // When
        Element feed = xml(feed(Feed.ATOM, PRESS)).selectFirst("feed");

        // Then
        assertThat(feed.attr("xmlns")).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(feed.attr("xml:lang")).isEqualTo("en");
        assertThat(feed.select("> id").text()).isEqualTo(TagUri.of(PRESS));
        assertThat(feed.select("> title, > author > name").eachText())
                .containsExactly("The Composing Room", "The Composing Room");
        assertThat(feed.select("> subtitle").text()).startsWith("Notes from a small print shop");
        assertThat(feed.select("> icon").text()).isEqualTo(ICON);
        assertThat(feed.select("> link[rel=alternate]").attr("href")).isEqualTo(FOLDER);
        assertThat(feed.select("> link[rel=self]").attr("href")).isEqualTo(FOLDER + "atom.xml");
        assertThat(feed.select("fh|archive")).isEmpty();
    }

    @Test
    void rss_ofAPublication_saysWhoseItIs() {
        // When
        Element channel = xml(feed(Feed.RSS, PRESS)).selectFirst("rss[version=2.0] > channel");

        // Then
        assertThat(channel.select("> title, > image > title").eachText())
                .containsExactly("The Composing Room", "The Composing Room");
        assertThat(channel.select("> link, > image > link").eachText())
                .containsExactly(FOLDER, FOLDER);
        assertThat(channel.select("> image > url").text()).isEqualTo(ICON);
        assertThat(channel.select("> language").text()).isEqualTo("en");
        assertThat(channel.select("> description").text()).startsWith("Notes from");
    }

    @Test
    void json_ofAPublication_saysWhoseItIs() throws IOException {
        // When
        JsonNode feed = new ObjectMapper().readTree(feed(Feed.JSON, PRESS));

        // Then
        assertThat(feed.path("title").asText()).isEqualTo("The Composing Room");
        assertThat(feed.path("home_page_url").asText()).isEqualTo(FOLDER);
        assertThat(feed.path("feed_url").asText()).isEqualTo(FOLDER + "feed.json");
        assertThat(feed.path("description").asText()).startsWith("Notes from");
        assertThat(feed.path("language").asText()).isEqualTo("en");
        assertThat(feed.path("icon").asText()).isEqualTo(ICON);
    }

    @Test
    void icon_thatCannotBeShown_isNotNamed() {
        // Given
        Channel press = channel(Optional.of(icon(BlobState.PENDING)));

        // When / Then
        for (Feed format : Feed.values()) {
            assertThat(text(feed(format, press))).doesNotContain("icon", "<image>", "blobs/");
        }
    }

    @Test
    void channel_thatIsNoPublication_hasItsNameForADescriptionInRssAlone() throws IOException {
        // Given
        Channel author = new Channel.OfAuthor(Samples.author());

        // When
        Element rss = xml(feed(Feed.RSS, author)).selectFirst("channel");

        // Then
        assertThat(rss.select("> description").text()).isEqualTo("Ada Compositor");
        assertThat(rss.select("> language, > image")).isEmpty();
        assertThat(xml(feed(Feed.ATOM, author)).select("subtitle, icon")).isEmpty();
        assertThat(new ObjectMapper().readTree(feed(Feed.JSON, author)).fieldNames())
                .toIterable()
                .containsExactly("version", "title", "home_page_url", "feed_url", "items");
    }

    @Test
    void feed_ofItemsInAnyOrder_isOfTheDateOfTheNewest() {
        // Given
        FeedItem old = item("old", Instant.parse("2026-01-01T00:00:00Z"));
        FeedItem newest = item("new", Instant.parse("2026-02-01T00:00:00Z"));

        // When / Then
        assertThat(xml(feed(Feed.ATOM, PRESS, old, newest)).select("feed > updated").text())
                .isEqualTo("2026-02-01T00:00:00Z");
        assertThat(xml(feed(Feed.RSS, PRESS, newest, old)).select("lastBuildDate").text())
                .isEqualTo("Sun, 01 Feb 2026 00:00:00 GMT");
    }

    @Test
    void feed_withoutADate_isOfTheEpochWhereAtomAsksForOne() {
        // Given
        FeedItem item = item("undated", Instant.EPOCH);

        // When / Then
        assertThat(xml(feed(Feed.ATOM, PRESS, item)).select("feed > updated").text())
                .isEqualTo("1970-01-01T00:00:00Z");
        assertThat(xml(feed(Feed.RSS, PRESS, item)).select("lastBuildDate")).isEmpty();
    }

    @Test
    void archive_ofASiteWithAHub_doesNotNameItSinceNothingChangesThere() {
        // Given
        FeedRenderer withHub =
                new FeedRenderer(
                        new SiteSettings(
                                "https://reader.example/",
                                "Pressline",
                                false,
                                Optional.of("https://hub.example/")));
        ListingPage.Archived place =
                new ListingPage.Archived(
                        Chapter.parse("2026-01"), Optional.empty(), Optional.empty());

        // When
        Element feed = xml(withHub.archive(PRESS, place, List.of())).selectFirst("feed");

        // Then
        assertThat(feed.select("> link").eachAttr("rel"))
                .containsExactly("self", "alternate", "current");
        assertThat(feed.attr("xmlns:fh")).isEqualTo("http://purl.org/syndication/history/1.0");
        assertThat(feed.select("fh|archive")).hasSize(1);
    }

    @Test
    void items_ofAFeed_standBetweenItsHeadAndItsFoot() {
        // Given
        FeedItem[] items = {item("a", Instant.EPOCH), item("b", Instant.EPOCH)};

        // When / Then
        assertThat(text(feed(Feed.RSS, PRESS, items)))
                .endsWith("a wholeb whole</channel>\n</rss>\n");
        assertThat(text(feed(Feed.ATOM, PRESS, items))).endsWith("a wholeb whole</feed>\n");
        assertThat(text(feed(Feed.JSON, PRESS, items)))
                .endsWith(",\"items\":[\na whole,\nb whole\n]}\n");
    }

    @Test
    void items_thatJustFit_areWholeAndTheOneTooManyIsBrief() {
        // Given
        FeedItem half = item(new byte[FeedRenderer.ROOM / 2]);
        FeedItem one = item(new byte[1]);
        int frame = feed(Feed.RSS, PRESS).length;

        // When
        byte[] full = feed(Feed.RSS, PRESS, half, half);
        byte[] over = feed(Feed.RSS, PRESS, half, half, one);
        byte[] later = feed(Feed.RSS, PRESS, half, item(new byte[FeedRenderer.ROOM]), half);

        // Then
        assertThat(full).hasSize(frame + FeedRenderer.ROOM);
        assertThat(over).hasSize(frame + FeedRenderer.ROOM + "brief".length());
        assertThat(later).hasSize(frame + FeedRenderer.ROOM + "brief".length());
    }

    private byte[] feed(Feed format, Channel channel, FeedItem... items) {
        return feeds.feed(format, channel, Optional.empty(), List.of(), Arrays.asList(items));
    }

    private static FeedItem item(String name, Instant updated) {
        byte[] whole = (name + " whole").getBytes(StandardCharsets.UTF_8);
        FeedItem.Rendition rendition = new FeedItem.Rendition(whole, whole, whole);
        return new FeedItem(updated, rendition, rendition, new byte[0]);
    }

    private static FeedItem item(byte[] whole) {
        byte[] brief = "brief".getBytes(StandardCharsets.UTF_8);
        return new FeedItem(
                Instant.EPOCH,
                new FeedItem.Rendition(whole, whole, whole),
                new FeedItem.Rendition(brief, brief, brief),
                new byte[0]);
    }

    private static Blob icon(BlobState state) {
        return Samples.blob("icon", 64, 64, state);
    }

    private static Channel channel(Optional<Blob> icon) {
        Publication press = Samples.publication(Optional.empty());
        return new Channel.OfPublication(
                new Publication(
                        press.uri(),
                        press.cid(),
                        press.rev(),
                        press.url(),
                        press.name(),
                        press.description(),
                        icon,
                        press.theme(),
                        press.language(),
                        press.showInDiscover(),
                        press.labels(),
                        press.verification(),
                        press.repairs(),
                        press.violations(),
                        press.more()));
    }

    private static String text(byte[] feed) {
        return new String(feed, StandardCharsets.UTF_8);
    }

    private static Element xml(byte[] feed) {
        return Jsoup.parse(text(feed), "", Parser.xmlParser());
    }
}
