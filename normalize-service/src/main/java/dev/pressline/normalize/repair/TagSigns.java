package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import java.util.List;

/** A tag is written without {@code #} and without blanks around it. */
final class TagSigns extends TagRule {

    TagSigns() {
        super(RuleName.first("tag-signs"), Certainty.CERTAIN);
    }

    @Override
    List<String> examine(List<String> tags, Draft draft) {
        return tags.stream().map(TagSigns::bare).toList();
    }

    private static String bare(String tag) {
        String bare = tag.strip();
        while (bare.startsWith("#")) {
            bare = bare.substring(1).strip();
        }
        return bare;
    }
}
