package dev.pressline.normalize.convert.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.normalize.blocks.PlainText;
import dev.pressline.normalize.convert.source.ConversionContext;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TexTest {

    private static final ConversionContext CONTEXT =
            new ConversionContext(
                    AtUri.parse("at://did:web:alice.example/site.standard.document/one"),
                    Optional.empty());

    private static List<Block> blocks(String markdown) {
        return MarkdownBody.blocksWithTex(markdown, CONTEXT);
    }

    private static Block words(String text) {
        return new Block.Paragraph(List.of(new Inline.Text(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Before\n\n$$\na\n\n- b < c\n# d\n$$\n\nAfter",
                "Before\n$$ a\n\n- b < c\n# d $$\nAfter",
                "Before\n\n  $$\na\n\n- b < c\n# d\n  $$  \nAfter"
            })
    void displayedTex_withEmptyLinesAndMarks_isOneBlock(String markdown) {
        // When
        List<Block> blocks = blocks(markdown);

        // Then
        assertThat(blocks).hasSize(3).startsWith(words("Before")).endsWith(words("After"));
        assertThat(blocks.get(1)).isInstanceOf(Block.Math.class);
        assertThat(PlainText.of(List.of(blocks.get(1)))).isEqualTo("a\n\n- b < c\n# d");
    }

    @Test
    void dollarSigns_thatNothingCloses_leaveTheRestMarkdown() {
        // When
        List<Block> blocks = blocks("$$ is money\n\n* item\n\n## Head");

        // Then
        assertThat(blocks).hasSize(3).startsWith(words("$$ is money"));
        assertThat(blocks.get(1)).isInstanceOf(Block.ItemList.class);
        assertThat(blocks.get(2)).isInstanceOf(Block.Heading.class);
    }

    @Test
    void dollarSigns_inAListOrCode_stayThere() {
        // When
        List<Block> blocks = blocks("* $$\n  a\n\n  b\n  $$\n\n```\n$$\n\n$$\n```");

        // Then
        assertThat(blocks)
                .containsExactly(
                        new Block.ItemList(
                                false,
                                1,
                                List.of(new Block.ListItem(List.of(new Block.Math("a\n\nb"))))),
                        new Block.Code(Optional.empty(), "$$\n\n$$"));
    }
}
