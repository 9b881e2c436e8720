package dev.pressline.normalize.convert.blocknote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Inline;
import dev.pressline.normalize.convert.inline.Run;
import dev.pressline.normalize.convert.inline.Style;
import dev.pressline.normalize.convert.inline.StyledLine;
import dev.pressline.normalize.convert.inline.Targets;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import java.util.List;
import java.util.Map;

/** Texts of BlockNote, each with its {@code styles}, and links around them. Immutable. */
record BlockNoteInlines(ConversionContext context) {

    /** The line that inline contents make; a bare string is unstyled. */
    List<Inline> inlines(JsonNode contents) {
        StyledLine line = new StyledLine();
        if (contents.isTextual()) {
            line.text(contents.textValue(), List.of());
        }
        contents.forEach(content -> add(content, List.of(), line));
        return line.inlines();
    }

    private void add(JsonNode content, List<Style> outer, StyledLine line) {
        if (Fields.kind(content).equals("link")) {
            List<Style> target =
                    Fields.text(content, "href").flatMap(href -> Targets.of(href, context)).stream()
                            .toList();
            content.path("content").forEach(inner -> add(inner, target, line));
            return;
        }
        List<Style> styles = outer;
        for (Map.Entry<String, JsonNode> style : content.path("styles").properties()) {
            if (style.getValue().asBoolean()) {
                styles = nest(styles, style.getKey());
            }
        }
        String text = content.path("text").asText();
        if (content.path("styles").path("code").asBoolean() && !text.isEmpty()) {
            line.leaf(new Inline.Code(text), styles);
        } else {
            line.text(text, styles);
        }
    }

    private static List<Style> nest(List<Style> styles, String name) {
        return Style.Mark.named(name).map(mark -> Run.nest(styles, mark)).orElse(styles);
    }
}
