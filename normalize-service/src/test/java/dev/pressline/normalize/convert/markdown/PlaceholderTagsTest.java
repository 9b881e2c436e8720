package dev.pressline.normalize.convert.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.normalize.blocks.PlainText;
import dev.pressline.normalize.convert.source.ConversionContext;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholderTagsTest {

    private static final ConversionContext CONTEXT =
            new ConversionContext(
                    AtUri.parse("at://did:web:alice.example/site.standard.document/one"),
                    Optional.empty());

    private static String words(String markdown) {
        return PlainText.of(MarkdownBody.blocks(markdown, CONTEXT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dear <your-name>, hello | Dear <your-name>, hello",
                "a List<T> of them | a List<T> of them",
                "the end </your-name> | the end </your-name>",
                "a <b>word</b> more | a word more",
                "a <my-tag class='x'>word</my-tag> more | a word</my-tag> more",
                "a <title> of a page | a <title> of a page",
                "a </title> of a page | a </title> of a page",
                "a <textarea rows='2'> here | a <textarea rows='2'> here",
                "a <script> in prose | a <script> in prose",
                "a <SCRIPT> in prose | a <SCRIPT> in prose",
                "a <script>hidden</script> more | a  more",
                "a <script>hidden</SCRIPT> more | a  more",
                "a <style>hidden</style> more | a  more",
                "a <script>one</style> more | a <script>one more",
                "a </script> more | a  more",
                "a <B>word</B> more | a word more",
                "a <B>word</b> more | a word more",
                "a <A href='/x'>word</A> more | a word more",
                "a Box<B> of them | a Box<B> of them",
                "a word</B> more | a word</B> more",
                "a Box<B> <BLOCKQUOTE class='x'>of</BLOCKQUOTE> them | a Box<B> of them",
                "one<BR>two | one two",
            })
    void tag_inASentence_isMarkupOnlyWhereItIsMeantSo(String markdown, String words) {
        assertThat(words(markdown).replaceAll("\\s+", " ")).isEqualTo(words.replaceAll(" +", " "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<div>a <title> b</div> | a <title> b",
                "<p>a</p> | a",
            })
    void block_ofHtml_keepsWhatWouldSwallowTheRestAsText(String markdown, String words) {
        assertThat(words(markdown)).isEqualTo(words);
        assertThat(words("before\n\n" + markdown + "\n\nafter"))
                .isEqualTo("before\n\n" + words + "\n\nafter");
    }
}
