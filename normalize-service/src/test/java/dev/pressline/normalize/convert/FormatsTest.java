package dev.pressline.normalize.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Body;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.convert.source.ConversionContext;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

    private static final ConversionContext CONTEXT =
            new ConversionContext(
                    AtUri.parse("at://did:web:alice.example/site.standard.document/one"),
                    Optional.empty());
    private static final List<Block> STRONG =
            List.of(
                    new Block.Paragraph(
                            List.of(new Inline.Strong(List.of(new Inline.Text("word"))))));

    private static ObjectNode content(String type, String key, String text) {
        return ContractJson.mapper().createObjectNode().put("$type", type).put(key, text);
    }

    private static Body convert(ObjectNode content) {
        return ContentConverter.convert(Optional.of(content), "", CONTEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "site.standard.content.markdown, text",
        "site.standard.document#markdown, value",
        "at.unthread.content, content",
        "pub.lemma.blog.entry, content",
        "app.blento.markdown, value",
        "actor.rpg.news#markdown, value",
        "app.wtr.content.markdown, markdown",
        "com.scanash.content.markdown, markdown",
        "com.pricelessmisc.content.markdown, markdown",
        "me.tompscanlan.content.markdown, markdown",
        "dev.disnet.blog.content.markdown, markdown",
        "net.commoninternet.lichen.content.markdown, text",
        "rip.nate.content.markdown, text",
        "download.darkworld.content.markdown#markdown, body",
        "xyz.nobody.knows, body"
    })
    void markdown_underTheKeyOfItsFormat_isRead(String type, String key) {
        assertThat(convert(content(type, key, "**word**"))).isEqualTo(new Body(type, STRONG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.wordpress.html",
                "co.idno.html",
                "com.apparition.content",
                "site.standard.document.content#html",
                "xyz.nobody.knows"
            })
    void html_underItsKey_isRead(String type) {
        assertThat(convert(content(type, "html", "<b>word</b>"))).isEqualTo(new Body(type, STRONG));
    }

    @Test
    void content_thatIsABareString_isMarkdown() {
        Body body =
                ContentConverter.convert(Optional.of(TextNode.valueOf("**word**")), "", CONTEXT);

        assertThat(body).isEqualTo(new Body("markdown", STRONG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.greengale.document",
                "app.greengale.document#contentRef",
                "app.offprint.content",
                "at.markpub.markdown",
                "blog.pckt.content",
                "blog.skypress.content.gutenberg",
                "ca.justexe.fables.blocks",
                "com.wss.content.rich-text",
                "is.logue.content",
                "org.blocknote.document#content",
                "pub.leaflet.content",
                "pub.oxa.document.document",
                "site.mochott.article",
                "site.standard.markdown",
                "net.yrriban.content"
            })
    void content_withoutItsFields_leavesThePlainTextAndNoError(String type) {
        // Given
        ObjectNode content = ContractJson.mapper().createObjectNode().put("$type", type);

        // When
        Body body = ContentConverter.convert(Optional.of(content), "Text.", CONTEXT);

        // Then
        assertThat(body.blocks().getFirst())
                .isEqualTo(new Block.Paragraph(List.of(new Inline.Text("Text."))));
    }
}
