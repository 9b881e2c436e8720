package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.Graphemes;
import java.util.List;

/** What is longer than the lexicon's 128 graphemes is a sentence that went astray, no tag. */
final class OverlongTags extends TagRule {

    private static final int MAX_GRAPHEMES = 128;

    OverlongTags() {
        super(RuleName.first("overlong-tags"), Certainty.INFERRED);
    }

    @Override
    List<String> examine(List<String> tags, Draft draft) {
        return tags.stream().filter(tag -> Graphemes.fits(tag, MAX_GRAPHEMES)).toList();
    }
}
