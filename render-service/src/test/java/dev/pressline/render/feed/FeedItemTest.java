package dev.pressline.render.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Picture;
import dev.pressline.render.sample.DocumentBuilder;
import dev.pressline.render.sample.SampleSite;
import dev.pressline.render.sample.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** What an item says of its document, and what it keeps to itself where nothing is known. */
class FeedItemTest {

    private static final String PAGE = "https://reader.example/document/" + Samples.DID + "/x/";
    private static final String COVER =
            "https://reader.example/blobs/" + Samples.DID + "/" + Samples.cid("cover");

    private final FeedRenderer feeds = new FeedRenderer(SampleSite.SETTINGS);

    @Test
    void document_ofWhichLittleIsKnown_saysNothingElse() throws IOException {
        // Given
        FeedItem item = feeds.item(bare().build());

        // When
        JsonNode json = json(item.whole());
        Element rss = xml(item.whole().rss());
        Element atom = xml(item.whole().atom());

        // Then
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("id", "url", "title", "content_html");
        assertThat(names(rss, "item")).containsExactly("title", "link", "guid", "content:encoded");
        assertThat(names(atom, "entry"))
                .containsExactly("id", "title", "updated", "link", "content");
        assertThat(atom.selectFirst("entry").hasAttr("xml:lang")).isFalse();
    }

    @Test
    void document_ofWhichAllIsKnown_saysItInJson() throws IOException {
        // Given
        DocumentBuilder document =
                Samples.document("x")
                        .dates(
                                Optional.of("2026-01-02T03:04:05Z"),
                                Optional.of("2026-02-03T04:05:06Z"))
                        .authors(Samples.author())
                        .tags("sea", "ink")
                        .language(Optional.of("pt-BR"))
                        .cover(cover("image/png", 9));

        // When
        JsonNode json = json(feeds.item(document.build()).whole());

        // Then
        assertThat(json.path("url").asText()).isEqualTo(PAGE);
        assertThat(json.path("summary").asText()).isEqualTo("What a page owes its reader.");
        assertThat(json.path("image").asText()).isEqualTo(COVER);
        assertThat(json.path("date_published").asText()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(json.path("language").asText()).isEqualTo("pt-BR");
        assertThat(json.path("tags")).extracting(JsonNode::asText).containsExactly("sea", "ink");
        assertThat(json.at("/authors/0/url").asText())
                .isEqualTo("https://bsky.app/profile/" + Samples.DID);
        assertThat(json.at("/attachments/0/url").asText()).isEqualTo(COVER);
        assertThat(json.at("/attachments/0/mime_type").asText()).isEqualTo("image/png");
    }

    @Test
    void document_ofWhichAllIsKnown_saysItInAtom() {
        // Given
        Document document =
                Samples.document("x")
                        .dates(Optional.of("2026-01-02T03:04:05Z"), Optional.empty())
                        .authors(Samples.author())
                        .tags("sea", "ink")
                        .language(Optional.of("pt-BR"))
                        .build();

        // When
        Element atom = xml(feeds.item(document).whole().atom());

        // Then
        assertThat(atom.selectFirst("entry").attr("xml:lang")).isEqualTo("pt-BR");
        assertThat(atom.select("published, updated").eachText())
                .containsExactly("2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z");
        assertThat(atom.select("link[rel=alternate]").attr("href")).isEqualTo(PAGE);
        assertThat(atom.select("link[rel=via]").attr("href"))
                .isEqualTo("https://press.example/essays/setting");
        assertThat(atom.select("author > name").text()).isEqualTo("Ada Compositor");
        assertThat(atom.select("author > uri").text())
                .isEqualTo("https://bsky.app/profile/" + Samples.DID);
        assertThat(atom.select("category").eachAttr("term")).containsExactly("sea", "ink");
        assertThat(atom.select("summary").text()).isEqualTo("What a page owes its reader.");
    }

    @Test
    void document_withoutDates_isOfTheTimeOfItsVersion() {
        // Given
        Document document = bare().build();

        // When / Then
        assertThat(feeds.item(document).updated()).isEqualTo(document.rev().instant());
        assertThat(
                        feeds.item(
                                        bare().dates(
                                                        Optional.of("2026-01-02T03:04:05Z"),
                                                        Optional.empty())
                                                .build())
                                .updated())
                .isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void summaryAndTags_thatCannotBeSeen_areLeftOut() throws IOException {
        // Given
        Document document =
                bare().summary(Optional.of(" \u0000 ")).tags(" ", "sea", "\u0001").build();

        // When
        JsonNode json = json(feeds.item(document).whole());

        // Then
        assertThat(json.has("summary")).isFalse();
        assertThat(json.path("tags")).extracting(JsonNode::asText).containsExactly("sea");
    }

    @Test
    void cover_ofKnownSize_isShownAndMeasuredInRss() {
        // Given
        Document document = bare().cover(cover("image/png", 9)).build();

        // When
        Element rss = xml(feeds.item(document).whole().rss());

        // Then
        Element media = rss.selectFirst("media|content");
        assertThat(media.attr("url")).isEqualTo(COVER);
        assertThat(media.attr("type")).isEqualTo("image/png");
        assertThat(media.attr("fileSize")).isEqualTo("9");
        assertThat(media.attr("width")).isEqualTo("30");
        assertThat(media.attr("height")).isEqualTo("20");
        assertThat(rss.select("enclosure").eachAttr("url")).containsExactly(COVER);
    }

    @Test
    void cover_ofNoBytes_isOfKnownSize() throws IOException {
        // Given
        FeedItem item = feeds.item(bare().cover(cover("image/png", 0)).build());

        // When / Then
        assertThat(xml(item.whole().rss()).select("enclosure").eachAttr("length"))
                .containsExactly("0");
        assertThat(xml(item.whole().rss()).selectFirst("media|content").attr("fileSize"))
                .isEqualTo("0");
        assertThat(json(item.whole()).path("attachments")).hasSize(1);
    }

    @Test
    void cover_ofUnknownSize_isShownButNotEnclosed() throws IOException {
        // Given
        FeedItem item = feeds.item(bare().cover(cover("image/png", -1)).build());

        // When
        Element rss = xml(item.whole().rss());
        JsonNode json = json(item.whole());

        // Then
        assertThat(rss.select("media|content")).hasSize(1);
        assertThat(rss.selectFirst("media|content").hasAttr("fileSize")).isFalse();
        assertThat(rss.select("enclosure")).isEmpty();
        assertThat(json.path("image").asText()).isEqualTo(COVER);
        assertThat(json.has("attachments")).isFalse();
    }

    @Test
    void cover_thatReadersCannotShow_isLeftOut() throws IOException {
        // Given
        FeedItem item = feeds.item(bare().cover(cover("image/avif", 9)).build());

        // When / Then
        assertThat(json(item.whole()).has("image")).isFalse();
        assertThat(xml(item.whole().rss()).select("media|content, enclosure")).isEmpty();
        assertThat(json(item.whole()).path("content_html").asText()).doesNotContain("<img");
    }

    @Test
    void cover_beforeABody_isShownOnceThoughTheBodyHoldsIt() throws IOException {
        // Given
        Blob cover = cover("image/png", 9);
        Block same = image(cover);
        Block other = image(Samples.blob("other", 1, 1, BlobState.STORED));

        // When
        Element without = body(bare().cover(cover).blocks(Samples.paragraph("Text."), other));
        Element with = body(bare().cover(cover).blocks(Samples.paragraph("Text."), same, other));

        // Then
        assertThat(without.selectFirst("figure").nextElementSibling().text()).isEqualTo("Text.");
        assertThat(without.select("img")).hasSize(2).first().satisfies(this::isCover);
        assertThat(with.child(0).text()).isEqualTo("Text.");
        assertThat(with.select("img")).hasSize(2).first().satisfies(this::isCover);
    }

    private void isCover(Element image) {
        assertThat(image.attr("src")).isEqualTo(COVER);
    }

    @Test
    void briefItem_ofADocument_hasItsSummaryAndALinkInsteadOfItsBody() throws IOException {
        // Given
        FeedItem item =
                feeds.item(bare().summary(Optional.of("In short.")).tags("sea", " ").build());

        // When
        JsonNode brief = json(item.brief());

        // Then
        Element body = Jsoup.parseBodyFragment(brief.path("content_html").asText()).body();
        assertThat(body.select("p").eachText()).containsExactly("In short.", "Read the whole text");
        assertThat(body.select("a").eachAttr("href")).containsExactly(PAGE);
        assertThat(brief.path("summary").asText()).isEqualTo("In short.");
        assertThat(brief.path("tags")).extracting(JsonNode::asText).containsExactly("sea");
        assertThat(brief.path("id")).isEqualTo(json(item.whole()).path("id"));
    }

    @Test
    void briefItem_ofADocumentWithAWarning_warnsToo() throws IOException {
        // Given
        FeedItem item = feeds.item(bare().summary(Optional.of("SECRET")).labels("gore").build());

        // When / Then
        assertThat(json(item.brief()).path("content_html").asText())
                .isEqualTo(json(item.whole()).path("content_html").asText())
                .contains("marked this text as graphic", "not shown in feeds");
    }

    @Test
    void size_ofAnItem_isThatOfAllItsParts() {
        // Given
        FeedItem.Rendition whole = new FeedItem.Rendition(new byte[1], new byte[2], new byte[4]);
        FeedItem.Rendition brief = new FeedItem.Rendition(new byte[8], new byte[16], new byte[32]);

        // When / Then
        assertThat(new FeedItem(Instant.EPOCH, whole, brief, new byte[64]).size()).isEqualTo(127);
    }

    private static DocumentBuilder bare() {
        return Samples.document("x")
                .dates(Optional.empty(), Optional.empty())
                .summary(Optional.empty())
                .canonicalUrl(Optional.empty())
                .language(Optional.empty());
    }

    private static Blob cover(String type, long size) {
        Blob blob = Samples.blob("cover", 30, 20, BlobState.STORED);
        return new Blob(
                blob.cid(),
                type,
                size,
                blob.width(),
                blob.height(),
                Optional.of("A press"),
                blob.state());
    }

    private static Block image(Blob blob) {
        return new Block.Image(new Picture(Optional.of(blob), Optional.empty(), ""), List.of());
    }

    private Element body(DocumentBuilder document) throws IOException {
        JsonNode json = json(feeds.item(document.build()).whole());
        return Jsoup.parseBodyFragment(json.path("content_html").asText()).body();
    }

    private static JsonNode json(FeedItem.Rendition rendition) throws IOException {
        return new ObjectMapper().readTree(rendition.json());
    }

    private static List<String> names(Element xml, String parent) {
        return xml.selectFirst(parent).children().stream().map(Element::tagName).toList();
    }

    private static Element xml(byte[] xml) {
        return Jsoup.parse(new String(xml, StandardCharsets.UTF_8), "", Parser.xmlParser());
    }
}
