package dev.pressline.render.page;

import static dev.pressline.render.html.Attribute.ARIA_LABEL;
import static dev.pressline.render.html.Attribute.CLASS;
import static dev.pressline.render.html.Attribute.HREF;

import dev.pressline.contract.document.Document;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;
import dev.pressline.render.html.Section;
import dev.pressline.render.html.TextLanguage;
import java.util.List;

/** Writes the table of contents that a long document has. Stateless and thread-safe. */
final class Contents {

    private static final int FEWEST_WORDS = 1_500;
    private static final int FEWEST_SECTIONS = 3;
    private static final int LONGEST = 120;

    private Contents() {}

    /** Writes the headings of the second level, or nothing for a text that needs no such help. */
    static void write(Html html, Document document, List<Section> sections, TextLanguage language) {
        List<Section> chapters = sections.stream().filter(s -> s.level() == 2).toList();
        if (document.words() < FEWEST_WORDS || chapters.size() < FEWEST_SECTIONS) {
            return;
        }
        html.start(Element.DETAILS).with(CLASS, "contents").line();
        html.start(Element.SUMMARY);
        language.markEnglish(html);
        html.text("Contents").endLine(Element.SUMMARY);
        html.start(Element.NAV).with(ARIA_LABEL, "Contents").start(Element.OL).line();
        for (Section chapter : chapters) {
            html.start(Element.LI).start(Element.A).with(HREF, "#" + chapter.id());
            html.text(Names.beginning(chapter.text().strip(), LONGEST));
            html.end(Element.A).endLine(Element.LI);
        }
        html.end(Element.OL).endLine(Element.NAV).endLine(Element.DETAILS);
    }
}
