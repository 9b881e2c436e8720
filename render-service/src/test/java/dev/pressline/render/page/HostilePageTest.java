package dev.pressline.render.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Document;
import dev.pressline.render.html.Attribute;
import dev.pressline.render.html.Element;
import dev.pressline.render.sample.HostileDocuments;
import dev.pressline.render.sample.SampleSite;
import dev.pressline.render.sample.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** What a browser makes of pages whose every text is an attack. */
class HostilePageTest {

    private static final int DOCUMENTS = 400;

    private static final Set<String> ELEMENTS =
            Arrays.stream(Element.values()).map(Element::text).collect(Collectors.toSet());
    private static final Set<String> ATTRIBUTES =
            Arrays.stream(Attribute.values()).map(Attribute::text).collect(Collectors.toSet());

    private final PageRenderer pages = new PageRenderer(SampleSite.SETTINGS);

    @Test
    void documents_madeOfAttacks_keepToTheAllowedElementsAndAttributes() {
        for (long seed = 0; seed < DOCUMENTS; seed++) {
            // Given
            Document document = HostileDocuments.of(seed);

            // When
            var page = parse(page(document));

            // Then
            page.getAllElements().stream()
                    .filter(element -> !element.nameIs("#root") && !isJsonLd(element))
                    .forEach(
                            element -> {
                                assertThat(ELEMENTS).contains(element.normalName());
                                assertThat(element.attributes())
                                        .allSatisfy(
                                                attribute ->
                                                        assertThat(ATTRIBUTES)
                                                                .contains(attribute.getKey()));
                            });
            assertThat(page.select("script")).hasSize(1);
        }
    }

    @Test
    void documents_madeOfAttacks_linkNothingButWebMailAndTheSite() {
        for (long seed = 0; seed < DOCUMENTS; seed++) {
            // Given
            Document document = HostileDocuments.of(seed);

            // When
            var page = parse(page(document));

            // Then
            assertThat(page.select("a[href], link[href]"))
                    .allSatisfy(
                            link ->
                                    assertThat(link.attr("href").toLowerCase(Locale.ROOT))
                                            .matches(HostilePageTest::isSafe));
            assertThat(page.select("img"))
                    .allSatisfy(
                            image -> assertThat(image.attr("src")).startsWith("../../../blobs/"));
        }
    }

    @Test
    void documents_madeOfAttacks_areParsedAsTheyWereWritten() {
        for (long seed = 0; seed < DOCUMENTS; seed++) {
            // Given
            String html = page(HostileDocuments.of(seed));
            Parser parser = Parser.htmlParser().setTrackErrors(20);

            // When
            parser.parseInput(html, "https://reader.example/");

            // Then
            assertThat(parser.getErrors()).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void ids_ofDocumentsMadeOfAttacks_neverRepeatAndAreAllFound() {
        for (long seed = 0; seed < DOCUMENTS; seed++) {
            // Given
            var page = parse(page(HostileDocuments.of(seed)));

            // When
            List<String> ids = page.select("[id]").eachAttr("id");

            // Then
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(page.select("a[href^=#]").eachAttr("href"))
                    .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
        }
    }

    @Test
    void themeColours_thatAreNotColours_areLeftOut() {
        // Given
        var theme =
                new dev.pressline.contract.document.Theme(
                        "red;}</style><script>", "#00000g", "#ffffff", "url(//evil.example)");

        // When
        var assets = Assets.of(Optional.of(Samples.publication(Optional.of(theme))));

        // Then
        assertThat(assets).containsExactly(Assets.style(), Assets.icon());
    }

    private String page(Document document) {
        byte[] bytes =
                pages.document(new DocumentPage(document, Optional.empty(), Neighbours.NONE, true));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static org.jsoup.nodes.Document parse(String html) {
        return Jsoup.parse(html);
    }

    private static boolean isJsonLd(org.jsoup.nodes.Element element) {
        return element.nameIs("script") && element.attr("type").equals("application/ld+json");
    }

    private static boolean isSafe(String href) {
        return href.startsWith("https://")
                || href.startsWith("http://")
                || href.startsWith("mailto:")
                || href.startsWith("at://")
                || href.startsWith("../")
                || href.startsWith("#");
    }
}
