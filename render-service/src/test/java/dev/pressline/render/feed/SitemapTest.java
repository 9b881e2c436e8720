package dev.pressline.render.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.page.Chapter;
import dev.pressline.render.page.ListingEntry;
import dev.pressline.render.sample.DocumentBuilder;
import dev.pressline.render.sample.SampleSite;
import dev.pressline.render.sample.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Which pages and pictures crawlers are told of. */
class SitemapTest {

    private static final String SITE = "https://reader.example/";
    private static final String PAGE = SITE + "document/" + Samples.DID + "/own/";

    private final FeedRenderer feeds = new FeedRenderer(SampleSite.SETTINGS);

    @Test
    void sitemap_ofAListing_namesItsPageItsAuthorsItsTagsAndItsDocuments() {
        // Given
        Document document = own().tags("Sea", "Climate Change").build();

        // When
        var sitemap = sitemap(document);

        // Then
        assertThat(sitemap.select("urlset > url > loc").eachText())
                .containsExactly(
                        SITE + "archive/2026-01/",
                        SITE + "author/" + Samples.DID + "/",
                        SITE + "tag/sea/",
                        SITE + ObjectKeys.tag("climate change"),
                        PAGE);
        assertThat(sitemap.selectFirst("urlset").attr("xmlns"))
                .isEqualTo("http://www.sitemaps.org/schemas/sitemap/0.9");
    }

    @Test
    void sitemap_ofDocumentsOfOneAuthor_namesTheAuthorOnce() {
        assertThat(sitemap(own().build(), Samples.document("other").build()).select("loc"))
                .extracting(loc -> loc.text())
                .containsOnlyOnce(SITE + "author/" + Samples.DID + "/");
    }

    @Test
    void documentOfNobody_inASitemap_hasNoAuthorsPage() {
        // Given
        Document document =
                new DocumentBuilder("at://did:pressline:loose/site.standard.document/own")
                        .canonicalUrl(Optional.empty())
                        .build();

        // When / Then
        assertThat(sitemap(document).select("loc").eachText())
                .containsExactly(
                        SITE + "archive/2026-01/", SITE + "document/did:pressline:loose/own/");
    }

    @Test
    void document_whoseOwnPageIsElsewhere_isNotNamed() {
        assertThat(sitemap(Samples.document("own").build()).select("loc").eachText())
                .doesNotContain(PAGE);
        assertThat(feeds.item(Samples.document("own").build()).place()).isEmpty();
    }

    @Test
    void document_ofWhichAPartIsForMembers_isNotNamed() {
        // Given
        Document document =
                own().blocks(Samples.paragraph("Free."), new Block.MembersOnlyBreak()).build();

        // When / Then
        assertThat(feeds.item(document).place()).isEmpty();
    }

    @Test
    void place_ofADocument_saysWhenItWasLastChanged() {
        // Given
        Document document =
                own().dates(
                                Optional.of("2026-01-02T03:04:05Z"),
                                Optional.of("2026-02-03T04:05:06Z"))
                        .build();

        // When / Then
        assertThat(sitemap(document).select("lastmod").eachText())
                .containsExactly("2026-02-03T04:05:06Z");
    }

    @Test
    void pictures_ofADocument_areNamedOnceWhereTheyAreShown() {
        // Given
        Blob cover = Samples.blob("cover", 10, 10, BlobState.STORED);
        Blob inside = Samples.blob("inside", 10, 10, BlobState.STORED);
        Blob missing = Samples.blob("missing", 10, 10, BlobState.MISSING);
        Document document = own().cover(cover).blobs(List.of(cover, inside, missing)).build();

        // When / Then
        assertThat(sitemap(document).select("url > image|image > image|loc").eachText())
                .containsExactly(blobUrl(cover), blobUrl(inside));
    }

    @Test
    void pictures_ofADocumentOfVeryMany_areNamedUpToAHundred() {
        // Given
        List<Blob> many =
                IntStream.range(0, 101)
                        .mapToObj(i -> Samples.blob("picture " + i, 10, 10, BlobState.STORED))
                        .toList();

        // When / Then
        assertThat(sitemap(own().blobs(many).build()).select("image|loc")).hasSize(100);
    }

    @Test
    void index_ofASite_namesTheSitemapsOfTheNewestThePublicationsAndTheArchive() {
        // When
        byte[] index =
                Sitemap.index(
                        SampleSite.SETTINGS,
                        List.of(Chapter.parse("2026-02"), Chapter.parse("2026-01/abc")));

        // Then
        assertThat(parse(index).select("sitemapindex > sitemap > loc").eachText())
                .containsExactly(
                        SITE + ObjectKeys.sitemap(ObjectKeys.FRONT),
                        SITE + "sitemap-publications.xml",
                        SITE + ObjectKeys.sitemap("archive/2026-02/"),
                        SITE + ObjectKeys.sitemap("archive/2026-01/abc/"));
    }

    @Test
    void sitemap_ofPublications_namesTheFrontPageAndNoMoreThanMayBe() {
        // Given
        Stream<String> folders = IntStream.range(0, Sitemap.MOST).mapToObj(i -> "p/" + i + "/");

        // When
        String sitemap =
                new String(Sitemap.of(SampleSite.SETTINGS, folders), StandardCharsets.UTF_8);

        // Then
        assertThat(sitemap.contains("<loc>" + SITE + "</loc>")).isTrue();
        assertThat(sitemap.contains("<loc>" + SITE + "p/49998/</loc>")).isTrue();
        assertThat(sitemap.contains("p/49999/")).isFalse();
    }

    private static DocumentBuilder own() {
        return Samples.document("own").canonicalUrl(Optional.empty());
    }

    private static String blobUrl(Blob blob) {
        return SITE + "blobs/" + Samples.DID + "/" + blob.cid();
    }

    private org.jsoup.nodes.Document sitemap(Document... documents) {
        return parse(
                Sitemap.of(
                        SampleSite.SETTINGS,
                        "archive/2026-01/",
                        Stream.of(documents)
                                .map(each -> ListingEntry.of(each, Optional.empty()))
                                .toList(),
                        Stream.of(documents).map(feeds::item).toList()));
    }

    private static org.jsoup.nodes.Document parse(byte[] xml) {
        return Jsoup.parse(new String(xml, StandardCharsets.UTF_8), "", Parser.xmlParser());
    }
}
