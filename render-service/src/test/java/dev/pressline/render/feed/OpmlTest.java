package dev.pressline.render.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Lists of feeds as readers import them. */
class OpmlTest {

    private static final Instant MARCH = Instant.parse("2026-03-09T18:00:00Z");

    @Test
    void list_ofFeeds_hasThemInOrderWithTheirPages() {
        // When
        Document list =
                list(
                        outline("Type & Paper", "https://a.example/", MARCH),
                        outline("Ink", "https://b.example/", Instant.EPOCH));

        // Then
        assertThat(list.select("opml > head > title").text()).isEqualTo("Ours");
        assertThat(list.select("opml").attr("version")).isEqualTo("2.0");
        var outlines = list.select("opml > body > outline[type=rss]");
        assertThat(outlines.eachAttr("text")).containsExactly("Type & Paper", "Ink");
        assertThat(outlines.eachAttr("title")).containsExactly("Type & Paper", "Ink");
        assertThat(outlines.eachAttr("xmlUrl"))
                .containsExactly("https://a.example/atom.xml", "https://b.example/atom.xml");
        assertThat(outlines.eachAttr("htmlUrl"))
                .containsExactly("https://a.example/", "https://b.example/");
    }

    @Test
    void list_ofFeeds_isOfTheDateOfTheNewest() {
        assertThat(
                        list(
                                        outline("old", "https://a.example/", MARCH.minusSeconds(1)),
                                        outline("new", "https://b.example/", MARCH),
                                        outline("none", "https://c.example/", Instant.EPOCH))
                                .select("head > dateModified")
                                .eachText())
                .containsExactly("Mon, 09 Mar 2026 18:00:00 GMT");
    }

    @Test
    void list_ofFeedsWithoutADate_hasNone() {
        assertThat(
                        list(outline("none", "https://c.example/", Instant.EPOCH))
                                .select("dateModified"))
                .isEmpty();
    }

    private static Opml.Outline outline(String title, String page, Instant since) {
        return new Opml.Outline(title, page + "atom.xml", page, since);
    }

    private static Document list(Opml.Outline... outlines) {
        byte[] list = Opml.of("Ours", List.of(outlines));
        return Jsoup.parse(new String(list, StandardCharsets.UTF_8), "", Parser.xmlParser());
    }
}
