package dev.pressline.normalize.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.normalize.convert.markdown.MarkdownBody;
import dev.pressline.normalize.convert.source.ConversionContext;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeginningTest {

    private static final ConversionContext CONTEXT =
            new ConversionContext(
                    AtUri.parse("at://did:web:alice.example/site.standard.document/one"),
                    Optional.empty());

    private static String beginning(String markdown) {
        List<Block> blocks = MarkdownBody.blocks(markdown.replace("|", "\n\n"), CONTEXT);
        return Beginning.of(blocks, 120);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "# Heading|The text begins here.; The text begins here.",
                "One short sentence.|And another one.; One short sentence. And another one.",
                "It works for both of them! It is for:|* posts; It works for both of them!",
                "This is what it has:|* posts|It ends with a sentence.; It ends with a sentence.",
                "hello!|![](https://a.example/b.png)|This says a lot more than a mere greeting.;"
                        + " This says a lot more than a mere greeting.",
                "*A note about our old newsletter.*|***|The news itself is here.;"
                        + " The news itself is here.",
                "> Note: for experts|This is how it all began, long ago.;"
                        + " This is how it all began, long ago.",
                "> A quotation.|With an answer.; A quotation. With an answer.",
                "あいう。|えお。; あいう。 えお。"
            })
    void body_withProse_beginsWithItsSentences(String markdown, String expected) {
        assertThat(beginning(markdown)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "# Heading|* **First**: the item|* second; First: the item",
                "lol oops; lol oops",
                "*all of it stressed*; all of it stressed",
                "# Only this; Only this",
                "***; ''"
            })
    void body_withoutSentences_beginsWithItsFirstWords(String markdown, String expected) {
        assertThat(beginning(markdown)).isEqualTo(expected);
    }

    @Test
    void body_ofManySentences_givesThoseThatFit() {
        // Given
        String two = "This sentence is one of those that are counted. And this one is short.";

        // Then
        assertThat(beginning(two + "|" + two))
                .isEqualTo(two + " This sentence is one of those that are counted.");
    }

    @Test
    void sentence_thatIsTooLong_isCutAtAWord() {
        assertThat(beginning("word ".repeat(40) + "end.")).endsWith(" word…").hasSize(120);
    }
}
