package dev.pressline.render.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Publication;
import dev.pressline.render.sample.Essay;
import dev.pressline.render.sample.SampleSite;
import dev.pressline.render.sample.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages say to machines: crawlers, previews, readers of feeds. */
class MetadataTest {

    private static final Publication PRESS = Samples.publication(Optional.empty());

    private final PageRenderer pages = new PageRenderer(SampleSite.SETTINGS);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void document_isIndexed_onlyWhereItIsListed(boolean listed) {
        // Given
        Document document = Samples.document("x").build();

        // When
        var page =
                parse(
                        pages.document(
                                new DocumentPage(
                                        document, Optional.empty(), Neighbours.NONE, listed)));

        // Then
        assertThat(page.select("meta[name=robots]").eachAttr("content"))
                .isEqualTo(listed ? List.<String>of() : List.of("noindex"));
    }

    @ParameterizedTest
    @CsvSource({"true, '', true", "false, '', false", "true, !no-promote, false"})
    void publication_isIndexed_onlyWhereItWantsToBeFound(
            boolean discover, String label, boolean indexed) {
        // Given
        Publication publication = publication(discover, label);

        // When
        var page = listing(new Channel.OfPublication(publication));

        // Then
        assertThat(page.select("meta[name=robots]")).hasSize(indexed ? 0 : 1);
    }

    @Test
    void jsonLd_ofADocument_hasItsImageItsTagsAndItsPublication() throws IOException {
        // Given
        byte[] page =
                pages.document(
                        new DocumentPage(
                                Essay.document(), Optional.of(PRESS), Neighbours.NONE, true));

        // When
        JsonNode article = jsonLd(parse(page));

        // Then
        assertThat(article.at("/image/@type").asText()).isEqualTo("ImageObject");
        assertThat(article.at("/image/url").asText()).startsWith("https://reader.example/blobs/");
        assertThat(article.at("/image/width").asInt()).isEqualTo(1600);
        assertThat(article.at("/image/height").asInt()).isEqualTo(900);
        assertThat(article.at("/keywords/0").asText()).isEqualTo("typography");
        assertThat(article.at("/isPartOf/name").asText()).isEqualTo("The Composing Room");
        assertThat(article.at("/author/0/url").asText())
                .isEqualTo("https://bsky.app/profile/" + Samples.DID);
    }

    @Test
    void jsonLd_ofListings_saysWhatEachIs() throws IOException {
        // When
        JsonNode front = jsonLd(listing(new Channel.Front()));
        JsonNode blog = jsonLd(listing(new Channel.OfPublication(PRESS)));
        JsonNode author = jsonLd(listing(new Channel.OfAuthor(Samples.author())));

        // Then
        assertThat(front.path("@type").asText()).isEqualTo("WebSite");
        assertThat(front.path("url").asText()).isEqualTo("https://reader.example/");
        assertThat(blog.path("@type").asText()).isEqualTo("Blog");
        assertThat(blog.path("url").asText()).isEqualTo("https://press.example");
        assertThat(blog.path("inLanguage").asText()).isEqualTo("en");
        assertThat(author.path("@type").asText()).isEqualTo("ProfilePage");
        assertThat(author.at("/mainEntity/alternateName").asText()).isEqualTo("ada.press.example");
    }

    @Test
    void subscribePage_ofAChannel_hasTheAbsoluteAddressOfEachFeed() {
        // When
        var page = parse(pages.subscribe(new Channel.OfPublication(PRESS)));

        // Then
        String folder = "https://reader.example/publication/" + Samples.DID + "/press/";
        assertThat(page.select("meta[name=robots]")).isEmpty();
        assertThat(page.select("meta[name=description]").attr("content")).contains("feed reader");
        assertThat(page.select("code.address").eachText())
                .containsExactly(folder + "atom.xml", folder + "rss.xml", folder + "feed.json");
        assertThat(page.select("a[type]").eachAttr("href"))
                .containsExactly(
                        "../../../../publication/" + Samples.DID + "/press/atom.xml",
                        "../../../../publication/" + Samples.DID + "/press/rss.xml",
                        "../../../../publication/" + Samples.DID + "/press/feed.json");
    }

    @Test
    void everyPage_inItsFoot_leadsToTheFeedsOfItsChannel() {
        // When
        var page = listing(new Channel.OfPublication(PRESS));

        // Then
        assertThat(page.select(".foot a").eachAttr("href"))
                .containsExactly("../../../publication/" + Samples.DID + "/press/subscribe/");
    }

    @Test
    void wellKnownFiles_ofASite_areARealIconAndRobotsThatNameTheSitemap() {
        // When
        List<Asset> files = pages.wellKnownFiles();

        // Then
        assertThat(files).extracting(Asset::key).containsExactly("favicon.ico", "robots.txt");
        assertThat(files.getFirst().bytes()).startsWith(0, 0, 1, 0, 3, 0);
        assertThat(new String(files.getLast().bytes(), StandardCharsets.UTF_8))
                .contains("\nSitemap: https://reader.example/sitemap.xml\n");
    }

    @Test
    void publication_withAnIcon_showsItAndNamesItForPreviews() {
        // Given
        Publication publication = withIcon();

        // When
        var page = listing(new Channel.OfPublication(publication));

        // Then
        assertThat(page.select("img.u-photo").attr("src")).contains("/blobs/" + Samples.DID + "/");
        assertThat(page.select("meta[property=og:image:width]").attr("content")).isEqualTo("256");
    }

    private static Publication publication(boolean discover, String label) {
        return with(PRESS.icon(), discover, label.isEmpty() ? List.of() : List.of(label));
    }

    private static Publication withIcon() {
        return with(Optional.of(Samples.blob("icon", 256, 256, BlobState.STORED)), true, List.of());
    }

    private static Publication with(
            Optional<dev.pressline.contract.document.Blob> icon,
            boolean discover,
            List<String> labels) {
        return new Publication(
                PRESS.uri(),
                PRESS.cid(),
                PRESS.rev(),
                PRESS.url(),
                PRESS.name(),
                PRESS.description(),
                icon,
                PRESS.theme(),
                PRESS.language(),
                discover,
                labels,
                PRESS.verification(),
                PRESS.repairs(),
                PRESS.violations(),
                PRESS.more());
    }

    private org.jsoup.nodes.Document listing(Channel channel) {
        return parse(
                pages.listing(
                        new ListingPage(
                                channel,
                                List.of(),
                                false,
                                new ListingPage.First(Optional.empty(), true))));
    }

    private static org.jsoup.nodes.Document parse(byte[] page) {
        return Jsoup.parse(new String(page, StandardCharsets.UTF_8));
    }

    private static JsonNode jsonLd(org.jsoup.nodes.Document page) throws IOException {
        return new ObjectMapper().readTree(page.select("script").first().data());
    }
}
