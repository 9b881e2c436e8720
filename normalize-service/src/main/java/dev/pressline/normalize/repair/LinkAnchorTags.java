package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.linkloop.AnchorRun;
import dev.pressline.normalize.linkloop.LostLinks;
import dev.pressline.normalize.text.Mark;
import dev.pressline.normalize.text.Style;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tags made of the anchors of links. Where the loop that made them is proved backwards, its debris
 * in tags and text is certain and the other anchors are inferred. Elsewhere a run of tags in the
 * order of the text is inferred to be anchors only beside better evidence: debris, an address among
 * them, or half a sentence.
 */
final class LinkAnchorTags implements RepairRule {

    private static final RuleName NAME = RuleName.first("link-anchors-as-tags");
    static final RuleName TEXT_NAME = RuleName.first("link-loop");
    private static final int WORDS_OF_A_SENTENCE = 3;

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        List<String> tags = draft.texts(Tags.FIELD).orElse(List.of());
        if (tags.isEmpty()) {
            return;
        }
        Optional<LostLinks> proof = draft.text(Draft.TEXT).flatMap(t -> LostLinks.prove(t, tags));
        if (proof.isPresent()) {
            proved(draft, tags, proof.get());
        } else {
            likely(draft, tags);
        }
    }

    private static void proved(Draft draft, List<String> tags, LostLinks links) {
        draft.edit(TEXT_NAME, Certainty.CERTAIN, Draft.TEXT, links.edits());
        boolean clean = draft.text(Draft.TEXT).equals(Optional.of(links.text().text()));
        List<String> whole =
                IntStream.range(0, tags.size())
                        .filter(i -> !links.debris().contains(i))
                        .mapToObj(tags::get)
                        .toList();
        draft.change(NAME, Certainty.CERTAIN, Tags.FIELD, Tags.node(whole));
        List<String> genuine = tags.subList(0, links.firstTag());
        draft.change(NAME, Certainty.INFERRED, Tags.FIELD, Tags.node(genuine));
        if (clean) {
            mark(draft, links.text().marks());
        }
        likely(draft, genuine);
    }

    private static void likely(Draft draft, List<String> tags) {
        List<String> whole = tags.stream().filter(tag -> !LostLinks.isBroken(tag)).toList();
        boolean debris = whole.size() < tags.size();
        draft.change(NAME, Certainty.INFERRED, Tags.FIELD, Tags.node(whole));
        if (!debris && whole.stream().noneMatch(LinkAnchorTags::isTelling)) {
            return;
        }
        AnchorRun run = AnchorRun.find(draft.bodyText(), whole);
        List<String> anchors = whole.subList(run.firstTag(), whole.size());
        if (debris || anchors.stream().anyMatch(LinkAnchorTags::isTelling)) {
            List<String> genuine = whole.subList(0, run.firstTag());
            draft.change(NAME, Certainty.INFERRED, Tags.FIELD, Tags.node(genuine));
            if (draft.text(Draft.TEXT).isPresent()) {
                mark(draft, run.marks());
            }
        }
    }

    /** Whether nobody would choose this as a tag: an address, or the end of a sentence. */
    private static boolean isTelling(String tag) {
        boolean ends = tag.endsWith(".") || tag.endsWith(",");
        boolean sentence = ends && tag.split(" ", -1).length >= WORDS_OF_A_SENTENCE;
        return sentence || tag.contains("://");
    }

    private static void mark(Draft draft, List<Mark> marks) {
        draft.mark(marks.stream().filter(mark -> isAllowed(draft, mark)).toList());
    }

    private static boolean isAllowed(Draft draft, Mark mark) {
        return !(mark.style() instanceof Style.Anchor anchor)
                || draft.allows(NAME, anchor.certainty());
    }
}
