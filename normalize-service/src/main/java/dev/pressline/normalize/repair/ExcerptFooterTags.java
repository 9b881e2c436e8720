package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import java.util.List;
import java.util.Set;

/**
 * Tags made of the footer of an excerpt: {@code ...}, the title, the name of the site. They stand
 * at the end; the genuine ones before them stay.
 */
final class ExcerptFooterTags extends TagRule {

    private static final Set<String> ELLIPSES = Set.of("...", "…", "[...]", "[…]");
    private static final int MAX_FOOTER = 3;

    ExcerptFooterTags() {
        super(RuleName.first("excerpt-footer-tags"), Certainty.INFERRED);
    }

    @Override
    List<String> examine(List<String> tags, Draft draft) {
        String title = draft.text("/title").map(Tags::folded).orElse("");
        int start = Math.max(0, tags.size() - MAX_FOOTER);
        for (int i = start; i < tags.size(); i++) {
            boolean hasTitle =
                    i + 1 < tags.size()
                            && !title.isEmpty()
                            && Tags.folded(tags.get(i + 1)).equals(title);
            if (ELLIPSES.contains(tags.get(i).strip()) && hasTitle) {
                return tags.subList(0, i);
            }
        }
        return tags;
    }
}
