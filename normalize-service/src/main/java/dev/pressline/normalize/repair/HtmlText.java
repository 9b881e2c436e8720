package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.CanonicalUrl;
import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.blocks.PlainText;
import dev.pressline.normalize.convert.html.HtmlBody;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.text.Graphemes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A plain text that is HTML from its first character to its last, with no content beside it: its
 * words are the text, and its elements the body. A text that merely speaks of tags begins with
 * words.
 */
final class HtmlText implements RepairRule {

    private static final RuleName NAME = RuleName.first("html-text");
    private static final int SHOWN = 80;

    /** The elements an article begins with. */
    private static final Set<String> FIRST =
            Set.of(
                    "p",
                    "div",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "ul",
                    "ol",
                    "blockquote",
                    "article",
                    "section",
                    "figure",
                    "pre",
                    "table",
                    "html");

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        boolean alone = !draft.record().hasNonNull("content");
        if (alone && draft.allows(NAME, Certainty.INFERRED)) {
            draft.text(Draft.TEXT).filter(HtmlText::isHtml).ifPresent(html -> read(draft, html));
        }
    }

    private static void read(Draft draft, String html) {
        Optional<String> url =
                draft.text("/site").flatMap(site -> CanonicalUrl.of(site, draft.text("/path")));
        List<Block> blocks = HtmlBody.blocks(html, new ConversionContext(draft.facts().uri(), url));
        String plain = PlainText.of(blocks);
        if (!plain.isBlank() && !isHtml(plain)) {
            String before = Graphemes.first(html, SHOWN);
            String after = Graphemes.first(plain, SHOWN);
            draft.note(NAME, Certainty.INFERRED, Draft.TEXT, before, after);
            draft.readText(plain, blocks);
        }
    }

    private static boolean isHtml(String text) {
        String html = text.strip();
        if (!html.startsWith("<") || !html.endsWith(">")) {
            return false;
        }
        int end = 1;
        while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        String element = html.substring(1, end).toLowerCase(Locale.ROOT);
        boolean tag = html.startsWith(">", end) || html.startsWith(" ", end);
        return tag && FIRST.contains(element) && html.contains("</");
    }
}
