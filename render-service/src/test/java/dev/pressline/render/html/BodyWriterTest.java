package dev.pressline.render.html;

import static dev.pressline.render.sample.Samples.heading;
import static dev.pressline.render.sample.Samples.item;
import static dev.pressline.render.sample.Samples.link;
import static dev.pressline.render.sample.Samples.paragraph;
import static dev.pressline.render.sample.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.Picture;
import dev.pressline.contract.document.Variant;
import dev.pressline.render.sample.Essay;
import dev.pressline.render.sample.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BodyWriterTest {

    @Test
    void headings_ofAnyLevels_startAtTwoAndSkipNone() {
        // Given
        Document document =
                body(heading(3, "a"), heading(6, "b"), heading(2, "c"), heading(4, "d"));

        // When
        String html = page(document);

        // Then
        assertThat(html.replaceAll("<a class=\"anchor\"[^>]*></a>", ""))
                .isEqualTo(
                        """
                        <h2 id="a">a</h2>
                        <h3 id="b">b</h3>
                        <h2 id="c">c</h2>
                        <h3 id="d">d</h3>
                        """);
    }

    @Test
    void heading_thatRepeatsTheTitle_isNotShownAgain() {
        // Given
        Document document = body(heading(1, " on setting type "), paragraph("x"));

        // When
        String html = page(document);

        // Then
        assertThat(html).isEqualTo("<p>x</p>\n");
    }

    @Test
    void headings_ofOneText_haveDifferentIds() {
        // Given
        Document document = body(heading(1, "Why?"), heading(1, "Why!"), heading(1, "?"));

        // When
        String html = page(document);

        // Then
        assertThat(html).contains("id=\"why\"", "id=\"why-2\"", "<h2>?</h2>");
    }

    @Test
    void paragraphs_thatAreOnlySpacing_areLeftOut() {
        // Given
        Document document = body(paragraph(" "), paragraph("x"), paragraph());

        // When
        String html = page(document);

        // Then
        assertThat(html).isEqualTo("<p>x</p>\n");
    }

    @Test
    void link_insideALink_isItsTextAlone() {
        // Given
        Inline inner = link("https://b.example/", "inner");
        Document document = body(paragraph(new Inline.Link("https://a.example/", List.of(inner))));

        // When
        String html = page(document);

        // Then
        assertThat(html)
                .isEqualTo(
                        "<p><a href=\"https://a.example/\" rel=\"nofollow noopener\">inner</a>"
                                + "</p>\n");
    }

    @Test
    void link_ofAnUnsafeScheme_isItsTextAlone() {
        // Given
        Document document = body(paragraph(link("javascript:alert(1)", "click")));

        // When
        String html = page(document);

        // Then
        assertThat(html).isEqualTo("<p>click</p>\n");
    }

    @Test
    void footnotes_referredToTwice_areNumberedInOrderAndLinkBackTwice() {
        // Given
        Document document =
                body(
                        new Block.Footnote("x", List.of(paragraph("ex"))),
                        new Block.Footnote("y", List.of(paragraph("why"))),
                        paragraph(
                                new Inline.FootnoteReference("y"),
                                new Inline.FootnoteReference("x"),
                                new Inline.FootnoteReference("y")));

        // When
        String html = page(document);

        // Then
        assertThat(html)
                .contains("<sup id=\"fnref-1\"><a href=\"#fn-1\">1</a></sup>")
                .contains("<sup id=\"fnref-2\"><a href=\"#fn-2\">2</a></sup>")
                .contains("<sup id=\"fnref-1-2\"><a href=\"#fn-1\">1</a></sup>")
                .contains("<li id=\"fn-1\"><p>why <a href=\"#fnref-1\"")
                .contains("<a href=\"#fnref-1-2\"")
                .contains("<li id=\"fn-2\"><p>ex <a href=\"#fnref-2\"");
    }

    @Test
    void footnote_withoutAnyReference_isShownAllTheSame() {
        // Given
        Document document =
                body(paragraph("x"), new Block.Footnote("n", List.of(paragraph("lonely"))));

        // When
        String html = page(document);

        // Then
        assertThat(html).contains("<li id=\"fn-1\"><p>lonely</p></li>");
    }

    @Test
    void footnoteReference_toNothing_isAnAsterisk() {
        // Given
        Document document = body(paragraph(text("x"), new Inline.FootnoteReference("none")));

        // When
        String html = page(document);

        // Then
        assertThat(html).isEqualTo("<p>x<sup>*</sup></p>\n");
    }

    @Test
    void membersOnlyBreak_atTheTop_hidesAllBehindItButPublicFootnotes() {
        // Given
        Document document =
                body(
                        paragraph(text("public"), new Inline.FootnoteReference("a")),
                        new Block.MembersOnlyBreak(),
                        paragraph("SECRET"),
                        new Block.Footnote("a", List.of(paragraph("public note"))),
                        new Block.Footnote("b", List.of(paragraph("SECRET note"))));

        // When
        String html = page(document);

        // Then
        assertThat(html).contains("public note", "for members").doesNotContain("SECRET");
    }

    @Test
    void membersOnlyBreak_insideAListItem_hidesTheItemsBehindItToo() {
        // Given
        Document document =
                body(
                        new Block.ItemList(
                                false,
                                1,
                                List.of(
                                        item(paragraph("public"), new Block.MembersOnlyBreak()),
                                        item(paragraph("SECRET")))),
                        paragraph("SECRET"),
                        new Block.Footnote("b", List.of(paragraph("SECRET note"))));

        // When
        String html = page(document);

        // Then
        assertThat(html).contains("public", "for members").doesNotContain("SECRET");
        assertThat(BodyWriter.isCut(document)).isTrue();
    }

    @Test
    void image_thatIsNotStored_isANoteThatLinksToTheOriginal() {
        // Given
        Document document = body(image(BlobState.MISSING), image(BlobState.PENDING));

        // When
        String html = page(document);

        // Then
        assertThat(html)
                .doesNotContain("<img")
                .contains("no longer has", "still being fetched")
                .contains("It shows “a forme”.")
                .contains("href=\"https://press.example/essays/setting\"");
    }

    @Test
    void blob_thatIsNoPicture_isOfferedAsAFile() {
        // Given
        Blob picture = Samples.blob("forme", 3, 2, BlobState.STORED);
        Blob paper =
                new Blob(
                        picture.cid(),
                        "application/pdf",
                        picture.size(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        BlobState.STORED);
        Document document =
                body(
                        new Block.Image(
                                new Picture(Optional.of(paper), Optional.empty(), ""), List.of()));

        // When
        String html = page(document);

        // Then
        assertThat(html)
                .doesNotContain("<img")
                .contains(
                        "href=\"../../../blobs/"
                                + document.uri().did()
                                + "/"
                                + paper.cid()
                                + "\" download=\"\">Save it as a file</a>");
    }

    @Test
    void picture_withNarrowerCopies_letsTheBrowserChooseOnPagesOnly() {
        // Given
        Blob picture =
                Samples.blob("forme", 1800, 1200, BlobState.STORED)
                        .with(List.of(new Variant(480, 320, "image/jpeg", 9_000)));
        Document document =
                body(
                        new Block.Image(
                                new Picture(Optional.of(picture), Optional.empty(), ""),
                                List.of()));
        String url = "../../../blobs/" + document.uri().did() + "/" + picture.cid();

        // When
        String html = page(document);

        // Then
        assertThat(html)
                .contains(
                        "src=\"" + url + "\"",
                        "srcset=\"" + url + "-480w 480w, " + url + " 1800w\"",
                        "sizes=\"min(46rem, 100vw - 2.5rem, 1800px)\"",
                        "width=\"1800\" height=\"1200\"");
        assertThat(feed(document)).doesNotContain("srcset", "sizes");
    }

    @Test
    void images_ofAPage_areLazyButForTheFirst() {
        // Given
        Document document = body(image(BlobState.STORED), image(BlobState.STORED));

        // When
        String html = page(document);

        // Then
        assertThat(html).containsOnlyOnce("loading=\"lazy\"");
        assertThat(html.indexOf("<img")).isLessThan(html.indexOf("loading"));
    }

    @Test
    void item_ofParagraphAndList_needsNoParagraphMarks() {
        // Given
        Block nested = new Block.ItemList(true, 3, List.of(item(paragraph("b"))));
        Document document =
                body(new Block.ItemList(false, 1, List.of(item(paragraph("a"), nested))));

        // When
        String html = page(document);

        // Then
        assertThat(html)
                .isEqualTo("<ul>\n<li>a\n<ol start=\"3\">\n<li>b</li>\n</ol>\n</li>\n</ul>\n");
    }

    @Test
    void body_inAFeed_hasNeitherClassesNorIdsOfOthers() {
        // Given
        Document document = Essay.document();

        // When
        String html = feed(document);

        // Then
        assertThat(html)
                .doesNotContain("class=", "<section", "<aside", "tabindex")
                .contains("id=\"essay-fn-1\"", "href=\"#essay-fnref-1\"")
                .contains("src=\"https://reader.example/blobs/");
    }

    @Test
    void body_withoutBlocks_saysSo() {
        // Given
        Document document = body();

        // When
        String html = page(document);

        // Then
        assertThat(html).contains("has no text here").contains(">press.example</a>");
    }

    @Test
    void notes_inAForeignLanguage_areMarkedAsEnglish() {
        // Given
        Document document = Samples.arabic();

        // When
        String html = page(document);

        // Then
        assertThat(html).contains("<p class=\"absent\" lang=\"en\" dir=\"ltr\">A part that");
    }

    private static Document body(Block... blocks) {
        return Samples.document("body").blocks(blocks).build();
    }

    private static Block image(BlobState state) {
        return new Block.Image(
                new Picture(
                        Optional.of(Samples.blob("forme", 3, 2, state)),
                        Optional.empty(),
                        "a forme"),
                List.of());
    }

    private static String page(Document document) {
        return write(document, Medium.PAGE, SiteUrls.relativeTo("document/x/y/"), "");
    }

    private static String feed(Document document) {
        String prefix = document.uri().rkey().value() + '-';
        return write(document, Medium.FEED, SiteUrls.below("https://reader.example/"), prefix);
    }

    private static String write(Document document, Medium medium, SiteUrls urls, String prefix) {
        Html html = Html.fragment();
        BodyWriter.write(
                html,
                document,
                new BodyContext(
                        medium,
                        document.uri().did(),
                        urls,
                        document.canonicalUrl().flatMap(OutsideUrl::of),
                        prefix,
                        TextLanguage.of(document.language())));
        return html.text();
    }
}
