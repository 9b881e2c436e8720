package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import java.util.List;

/** A tag without a visible character says nothing. */
final class EmptyTags extends TagRule {

    EmptyTags() {
        super(RuleName.first("empty-tags"), Certainty.CERTAIN);
    }

    @Override
    List<String> examine(List<String> tags, Draft draft) {
        return tags.stream().filter(tag -> !tag.isBlank()).toList();
    }
}
