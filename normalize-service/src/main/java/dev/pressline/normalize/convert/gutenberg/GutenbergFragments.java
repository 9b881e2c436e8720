package dev.pressline.normalize.convert.gutenberg;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.normalize.convert.html.HtmlBody;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import java.util.List;

/** The fragments of HTML in the attributes of blocks. Immutable. */
record GutenbergFragments(ConversionContext context) {

    /** The blocks of the first of these attributes that holds a fragment. */
    List<Block> blocks(JsonNode attributes, String... names) {
        return Fields.text(attributes, names)
                .map(html -> HtmlBody.blocks(html, context))
                .orElse(List.of());
    }

    /** The blocks of an attribute's fragment inside of an element. */
    List<Block> within(String element, JsonNode attributes, String name) {
        return Fields.text(attributes, name)
                .map(html -> "<" + element + ">" + html + "</" + element + ">")
                .map(html -> HtmlBody.blocks(html, context))
                .orElse(List.of());
    }

    /** The words of an attribute. */
    List<Inline> line(JsonNode attributes, String name) {
        return Fields.text(attributes, name)
                .map(html -> HtmlBody.line(html, context))
                .orElse(List.of());
    }
}
