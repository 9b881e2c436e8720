package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Of tags that differ in nothing but case and compatibility forms, the first stays as written. */
final class DuplicateTags extends TagRule {

    DuplicateTags() {
        super(RuleName.first("duplicate-tags"), Certainty.CERTAIN);
    }

    @Override
    List<String> examine(List<String> tags, Draft draft) {
        Set<String> seen = new HashSet<>();
        return tags.stream().filter(tag -> seen.add(Tags.folded(tag))).toList();
    }
}
