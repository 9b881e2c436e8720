package dev.pressline.render.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.Theme;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.sample.DocumentBuilder;
import dev.pressline.render.sample.Essay;
import dev.pressline.render.sample.SampleSite;
import dev.pressline.render.sample.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRendererTest {

    private static final String FOLDER = "document/" + Samples.DID + "/essay/";

    private final PageRenderer pages = new PageRenderer(SampleSite.SETTINGS);

    @Test
    void head_ofADocument_namesItsRecordItsOriginalAndItsFeeds() {
        // Given
        Publication publication = Samples.publication(Optional.empty());

        // When
        var page = parse(Essay.document(), Optional.of(publication));

        // Then
        assertThat(link(page, "canonical")).isEqualTo("https://press.example/essays/setting");
        assertThat(link(page, "site.standard.document")).isEqualTo(Samples.uri("essay"));
        assertThat(link(page, "site.standard.publication")).isEqualTo(publication.uri().toString());
        assertThat(page.select("link[rel=alternate]").eachAttr("type"))
                .containsExactly(
                        "application/rss+xml",
                        "application/atom+xml",
                        "application/feed+json",
                        "application/json");
        assertThat(page.select("meta[property=og:image]").attr("content"))
                .startsWith("https://reader.example/blobs/");
        assertThat(page.select("meta[property=og:image:width]").attr("content")).isEqualTo("1600");
        assertThat(page.selectFirst("head").child(0).attr("charset")).isEqualTo("utf-8");
    }

    @Test
    void jsonLd_ofADocument_isAnArticle() throws IOException {
        // Given
        var page = parse(Essay.document(), Optional.empty());

        // When
        JsonNode article = new ObjectMapper().readTree(page.select("script").first().data());

        // Then
        assertThat(article.path("@type").asText()).isEqualTo("Article");
        assertThat(article.path("headline").asText()).isEqualTo("What a Page Owes Its Reader");
        assertThat(article.path("datePublished").asText()).isEqualTo("2026-03-04T09:30:00Z");
        assertThat(article.path("dateModified").asText()).isEqualTo("2026-03-09T18:00:00Z");
        assertThat(article.path("author").path(0).path("name").asText())
                .isEqualTo("Ada Compositor");
        assertThat(article.path("isAccessibleForFree").asBoolean(true)).isFalse();
    }

    @Test
    void document_asMicroformat_isAnEntry() {
        // Given
        var page = parse(Essay.document(), Optional.empty());

        // When
        Element entry = page.selectFirst(".h-entry");

        // Then
        assertThat(entry.select("h1.p-name").text()).isEqualTo("What a Page Owes Its Reader");
        assertThat(entry.select("time.dt-published").attr("datetime"))
                .isEqualTo("2026-03-04T09:30:00Z");
        assertThat(entry.select("time.dt-updated").attr("datetime"))
                .isEqualTo("2026-03-09T18:00:00Z");
        assertThat(entry.select(".p-author.h-card").text()).isEqualTo("Ada Compositor");
        assertThat(entry.select(".p-category").eachText())
                .containsExactly("typography", "craft", "reading");
        assertThat(entry.select(".u-syndication").attr("href"))
                .isEqualTo("https://bsky.app/profile/" + Samples.DID + "/post/3mf42slbt2m42");
        assertThat(entry.select("img.u-featured")).hasSize(1);
        assertThat(entry.select(".e-content p")).isNotEmpty();
    }

    @Test
    void page_ofADocument_hasOneHeadingOfTheFirstLevelAndItsLandmarks() {
        // When
        var page = parse(Essay.document(), Optional.empty());

        // Then
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("body > header")).hasSize(1);
        assertThat(page.select("body > footer")).hasSize(1);
        assertThat(page.body().child(0).attr("href")).isEqualTo("#main");
        assertThat(page.select("img:not([alt])")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Once upon a time… | false",
                "Once upon a time. There was | false",
                "Once upon  a ti... | false",
                "Once upon a ti | true",
                "On fairy tales | true",
                "Once upon a time there was | true"
            })
    void lede_thatOnlyRepeatsTheTextBelow_isLeftOut(String description, boolean shown) {
        // Given
        Document document =
                new DocumentBuilder(Samples.uri("lede"))
                        .description(description)
                        .blocks(
                                Samples.paragraph("Once upon a time."),
                                new Block.Quote(List.of(Samples.paragraph("Who says so?"))),
                                Samples.paragraph("There was a page."))
                        .build();

        // When
        var page = parse(document, Optional.empty());

        // Then
        assertThat(page.select(".lede").isEmpty()).isNotEqualTo(shown);
        assertThat(page.select("meta[name=description]").attr("content")).isEqualTo(description);
    }

    @Test
    void page_withNothingToAddBelowTheText_hasNoFooterOfItsOwn() {
        // Given
        Document document =
                new DocumentBuilder(Samples.uri("bare")).canonicalUrl(Optional.empty()).build();

        // When
        var page = parse(document, Optional.empty());

        // Then
        assertThat(page.select("article > footer")).isEmpty();
        assertThat(parse(Essay.document(), Optional.empty()).select("article > footer")).hasSize(1);
    }

    @Test
    void page_ofARecordWithoutText_saysSoAndLeadsToTheOriginal() {
        // Given
        Document document = new DocumentBuilder(Samples.uri("empty")).blocks().build();

        // When
        var page = parse(document, Optional.empty());

        // Then
        assertThat(page.select(".e-content").text())
                .isEqualTo("This document has no text here. See it at press.example.");
        assertThat(page.select(".e-content a").attr("href"))
                .isEqualTo("https://press.example/essays/setting");
    }

    @Test
    void page_inArabic_runsFromTheRightAndMarksOurWordsAsEnglish() {
        // When
        var page = parse(Samples.arabic(), Optional.empty());

        // Then
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("ar");
        assertThat(page.selectFirst("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.select(".skip").attr("lang")).isEqualTo("en");
        assertThat(page.select("body > footer").attr("dir")).isEqualTo("ltr");
        assertThat(page.select(".byline .u-url").attr("dir")).isEqualTo("ltr");
        assertThat(page.select(".byline span").attr("dir")).isEqualTo("ltr");
    }

    @Test
    void page_ofAnUnknownLanguage_leavesTheDirectionToTheText() {
        // Given
        Document document = Samples.document("x").language(Optional.empty()).build();

        // When
        var page = parse(document, Optional.empty());

        // Then
        assertThat(page.select(".e-content").attr("dir")).isEqualTo("auto");
        assertThat(page.selectFirst(".e-content").hasAttr("lang")).isTrue();
        assertThat(page.select(".e-content").attr("lang")).isEmpty();
    }

    @Test
    void repairedDocument_shown_listsEveryChange() {
        // When
        var page = parse(Samples.repaired(), Optional.empty());

        // Then
        Element notice = page.selectFirst("details.repairs");
        assertThat(notice.select("summary").text()).isEqualTo("Repaired in 3 places");
        assertThat(notice.select("ol li")).hasSize(3);
        assertThat(notice.select("del").eachText()).contains("](https://the flood.)");
        assertThat(notice.select("ins").eachText()).contains("https://");
        assertThat(notice.select(".certainty").eachText()).containsExactly("inferred");
        assertThat(notice.select(".lost li").eachText()).containsExactly("announced", "two floods");
    }

    @Test
    void cleanDocument_shown_saysNothingOfRepairs() {
        // When
        var page = parse(Essay.document(), Optional.empty());

        // Then
        assertThat(page.select(".repairs")).isEmpty();
    }

    @Test
    void document_withAWarning_isCoveredUntilAskedFor() {
        // Given
        Document document = Samples.document("x").labels("gore").build();

        // When
        var page = parse(document, Optional.empty());

        // Then
        assertThat(page.select("details.covered:not([open]) .e-content")).hasSize(1);
        assertThat(page.select("details.covered summary").text()).contains("graphic");
    }

    @Test
    void document_withoutTitle_isCalledByTheBeginningOfItsSummary() {
        // Given
        DocumentBuilder untitled = Samples.document("x").title(" ");

        // When
        var page = parse(untitled.build(), Optional.empty());
        var bare = parse(untitled.summary(Optional.empty()).build(), Optional.empty());

        // Then
        assertThat(page.select("h1").text()).isEqualTo("What a page owes its reader.");
        assertThat(bare.select("h1").text()).isEqualTo("Untitled");
    }

    @Test
    void links_ofADocument_areRelativeAndLeadToKeysOfTheBucket() {
        // When
        var page = parse(Essay.document(), Optional.empty());

        // Then
        assertThat(page.select("link[rel=stylesheet]").attr("href"))
                .isEqualTo("../../../" + Assets.style().key());
        assertThat(page.select(".u-url").attr("href")).isEqualTo("../../../" + FOLDER);
        assertThat(page.select(".p-author").attr("href"))
                .isEqualTo("../../../author/" + Samples.DID + "/");
    }

    @Test
    void author_whoseAccountHasNoPageHere_isLinkedWhereItIs() {
        // Given
        Author guest =
                new Author(
                        Did.parse("did:plc:guest"),
                        Optional.empty(),
                        Optional.of("A guest"),
                        Optional.empty());
        Document document = Samples.document("x").authors(guest).build();

        // When
        var page = parse(document, Optional.empty());

        // Then
        assertThat(page.select(".p-author").attr("href"))
                .isEqualTo("https://bsky.app/profile/did:plc:guest");
    }

    @Test
    void theme_ofAPublication_isAStylesheetOfItsOwn() {
        // Given
        Theme theme = new Theme("#fff7ec", "#5b3a1e", "#d9902f", "#ffffff");
        Optional<Publication> publication = Optional.of(Samples.publication(Optional.of(theme)));

        // When
        var page = parse(Essay.document(), publication);

        // Then
        List<String> keys = Assets.of(publication).stream().map(Asset::key).toList();
        assertThat(page.select("link[rel=stylesheet], link[rel=icon]").eachAttr("href"))
                .allSatisfy(href -> assertThat(keys).contains(href.substring(9)));
        assertThat(page.select("meta[name=theme-color]").eachAttr("content")).contains("#fff7ec");
    }

    @Test
    void listing_ofAChapter_linksItsNeighboursAndItself() {
        // Given
        Channel channel = new Channel.OfAuthor(Samples.author());
        List<ListingEntry> entries = List.of(ListingEntry.of(Essay.document(), Optional.empty()));

        // When
        ListingPage.Place place =
                new ListingPage.Archived(
                        Chapter.parse("2026-02/abc"),
                        Optional.of(Chapter.parse("2026-02")),
                        Optional.empty());
        var page = parse(pages.listing(new ListingPage(channel, entries, true, place)));

        // Then
        String author = "../../../../../author/" + Samples.DID + "/";
        assertThat(page.select("a[rel=next]").attr("href")).isEqualTo(author);
        assertThat(page.select("a[rel=prev]").attr("href")).isEqualTo(author + "archive/2026-02/");
        assertThat(page.select(".paging a:not([rel])").attr("href")).isEqualTo(author + "archive/");
        assertThat(link(page, "canonical"))
                .isEqualTo(
                        "https://reader.example/author/" + Samples.DID + "/archive/2026-02/abc/");
        assertThat(page.select(".h-feed .h-entry .u-url").attr("href"))
                .isEqualTo("../../../../../" + FOLDER);
        assertThat(page.text()).contains("February 2026", "More belong here");
    }

    @Test
    void tags_ofAListedDocument_leadToTheirChannels() {
        // Given
        Document document = Samples.document("x").tags("Climate Change", "sea").build();

        // When
        var listed = parse(document, Optional.empty());
        var unlisted =
                parse(
                        pages.document(
                                new DocumentPage(
                                        document, Optional.empty(), Neighbours.NONE, false)));

        // Then
        assertThat(listed.select(".tags a.p-category").eachText())
                .containsExactly("Climate Change", "sea");
        assertThat(listed.select(".tags a").eachAttr("href"))
                .containsExactly(
                        "../../../" + ObjectKeys.tag("climate change"), "../../../tag/sea/");
        assertThat(unlisted.select(".tags .p-category").eachText())
                .containsExactly("Climate Change", "sea");
        assertThat(unlisted.select(".tags a")).isEmpty();
    }

    @Test
    void archive_ofAChannel_linksWhatIsArchivedAndTheFirstPage() {
        // Given
        Channel channel = new Channel.OfAuthor(Samples.author());
        List<ArchiveMonth> months =
                List.of(
                        new ArchiveMonth(Optional.of(YearMonth.of(2026, 2)), 12, false),
                        new ArchiveMonth(Optional.of(YearMonth.of(2026, 1)), 1, true),
                        new ArchiveMonth(Optional.empty(), 3, true));

        // When
        var page = parse(pages.archive(new ArchivePage(channel, months, false)));

        // Then
        String author = "../../../author/" + Samples.DID + "/";
        assertThat(page.select(".months a").eachAttr("href"))
                .containsExactly(author, author + "archive/2026-01/", author + "archive/undated/");
        assertThat(page.select(".months li").eachText())
                .containsExactly(
                        "February 2026 12 documents",
                        "January 2026 1 document",
                        "Without a date 3 documents");
    }

    @ParameterizedTest
    @CsvSource({"true, ../../tag/sea/atom.xml", "false, ../../atom.xml"})
    void tag_withOrWithoutFeeds_offersItsOwnElseThoseOfTheWhole(boolean hasFeeds, String atom) {
        // Given
        List<ListingEntry> entries = List.of(ListingEntry.of(Essay.document(), Optional.empty()));

        // When
        var page =
                parse(
                        pages.listing(
                                new ListingPage(
                                        new Channel.OfTag(new Tag("sea")),
                                        entries,
                                        false,
                                        new ListingPage.First(Optional.empty(), hasFeeds))));

        // Then
        assertThat(page.select("link[type=application/atom+xml]").attr("href")).isEqualTo(atom);
        assertThat(page.select(".foot a[type=application/atom+xml]").eachAttr("href"))
                .isEqualTo(hasFeeds ? List.of(atom) : List.of());
        assertThat(page.select(".foot a").last().attr("href")).isEqualTo("../../subscribe/");
        assertThat(page.select(".kicker").text()).isEqualTo("Tag");
    }

    @Test
    void front_withoutEntries_saysSo() {
        // When
        var page =
                parse(
                        pages.listing(
                                new ListingPage(
                                        new Channel.Front(),
                                        List.of(),
                                        false,
                                        new ListingPage.First(Optional.empty(), true))));

        // Then
        assertThat(page.select("h1").text()).isEqualTo("Pressline");
        assertThat(page.text()).contains("Nothing is published here yet.");
    }

    @Test
    void notices_readAtAnyAddress_linkFromTheRoot() {
        // Given
        PageRenderer below =
                new PageRenderer(new SiteSettings("https://reader.example/texts", "Texts"));

        // When
        var gone = parse(below.gone());

        // Then
        assertThat(gone.select("[href]:not(.skip)").eachAttr("href"))
                .allSatisfy(href -> assertThat(href).startsWith("/texts/"));
        assertThat(gone.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "reader.example", "ftp://a.example", "https://a.example/?x"})
    void publicUrl_thatIsNone_isRefused(String url) {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> new SiteSettings(url, "Site"));
    }

    private org.jsoup.nodes.Document parse(Document document, Optional<Publication> publication) {
        return parse(
                pages.document(new DocumentPage(document, publication, Neighbours.NONE, true)));
    }

    private static org.jsoup.nodes.Document parse(byte[] page) {
        return Jsoup.parse(new String(page, StandardCharsets.UTF_8));
    }

    private static String link(org.jsoup.nodes.Document page, String relation) {
        return page.select("link[rel=" + relation + "]").attr("href");
    }
}
