package dev.pressline.normalize.convert.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.convert.source.ConversionContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFacetsTest {

    private static final String NAMESPACE = "at.markpub.facets.baseFormatting#";
    private static final ConversionContext CONTEXT =
            new ConversionContext(
                    AtUri.parse("at://did:web:alice.example/site.standard.document/one"),
                    Optional.empty());

    /** A facet over the first place of some words. */
    private static ObjectNode facet(String markdown, String words, String... kinds) {
        int start = bytes(markdown.substring(0, markdown.indexOf(words)));
        ObjectNode facet = ContractJson.mapper().createObjectNode();
        facet.putObject("index").put("byteStart", start).put("byteEnd", start + bytes(words));
        for (String kind : kinds) {
            facet.withArray("features")
                    .addObject()
                    .put("$type", NAMESPACE + kind)
                    .put("level", 3)
                    .put("uri", "https://a.example/?a=1&b=\"")
                    .put("did", "did:web:bob.example");
        }
        return facet;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String written(String markdown, JsonNode... facets) {
        return SourceFacets.written(markdown, List.of(facets), CONTEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "strong~ é <strong>word</strong> *more*",
                "italic~ é <em>word</em> *more*",
                "underline~ é <u>word</u> *more*",
                "strikethrough~ é <s>word</s> *more*",
                "highlight~ é <mark>word</mark> *more*",
                "code~ é <code>word</code> *more*",
                "link~ é <a href=\"https://a.example/?a=1&amp;b=%22\">word</a> *more*",
                "didMention~ é <a href=\"https://bsky.app/profile/did:web:bob.example\">word</a> *more*",
                "glow~ é word *more*"
            })
    void facet_overMereText_becomesTheMarkupItStandsFor(String kind, String expected) {
        String markdown = "é word *more*";

        assertThat(written(markdown, facet(markdown, "word", kind))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a **word** b~ **word**",
                "a `word` b~ word",
                "a `word` b~ `word`",
                "a [b](https://a.example/word) c~ word",
                "'    word'~ word",
                "one *two* three~ two* three",
                "# Head~ # Head"
            })
    void facet_overMarkupOrCode_changesNothing(String markdown, String words) {
        assertThat(written(markdown, facet(markdown, words, "strong", "header")))
                .isEqualTo(markdown);
    }

    @Test
    void header_overAWholeParagraph_makesItAHeading() {
        String markdown = "Words.\n\nHead\n\nMore head words.";

        assertThat(written(markdown, facet(markdown, "Head", "header", "idify")))
                .isEqualTo("Words.\n\n### Head\n\nMore head words.");
        assertThat(written(markdown, facet(markdown, "More", "header"))).isEqualTo(markdown);
    }

    @Test
    void facets_withinEachOtherAndOfSeveralFeatures_areNested() {
        String markdown = "one two three";

        assertThat(
                        written(
                                markdown,
                                facet(markdown, "two", "underline"),
                                facet(markdown, "one two", "strong", "italic")))
                .isEqualTo("<strong><em>one <u>two</u></em></strong> three");
    }

    @Test
    void facets_withRangesOfNoUse_changeNothing() {
        // Given
        List<JsonNode> facets = new ArrayList<>();
        facets.add(ContractJson.mapper().createObjectNode());
        ObjectNode reversed = facet("word", "word", "strong");
        reversed.withObject("/index").put("byteStart", 9).put("byteEnd", -3);
        facets.add(reversed);

        // Then
        assertThat(SourceFacets.written("word", facets, CONTEXT)).isEqualTo("word");
    }
}
