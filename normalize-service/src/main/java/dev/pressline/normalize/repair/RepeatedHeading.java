package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Body;
import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.blocks.PlainText;
import java.util.List;
import java.util.stream.Stream;

/**
 * A content that begins with a heading that says the title or the description once more: pages show
 * those above the body, so the repetition goes. A heading that says more than they do stays.
 */
final class RepeatedHeading {

    static final RuleName NAME = RuleName.first("repeated-heading");

    private RepeatedHeading() {}

    /** The body without the repetition. */
    static Body without(Draft draft, Body body) {
        boolean only = body.blocks().size() < 2;
        if (only || !(body.blocks().getFirst() instanceof Block.Heading heading)) {
            return body;
        }
        String words = PlainText.ofInlines(heading.children()).strip();
        if (!repeats(draft, words) || !draft.allows(NAME, Certainty.INFERRED)) {
            return body;
        }
        draft.note(NAME, Certainty.INFERRED, "/content", words, "");
        List<Block> rest = body.blocks().subList(1, body.blocks().size());
        return new Body(body.source(), List.copyOf(rest));
    }

    private static boolean repeats(Draft draft, String words) {
        String folded = Tags.folded(words);
        return !words.isEmpty()
                && Stream.of("/title", "/description")
                        .flatMap(field -> draft.text(field).stream())
                        .anyMatch(text -> Tags.folded(text).equals(folded));
    }
}
