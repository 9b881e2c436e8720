package dev.pressline.normalize.linkloop;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.linkloop.BrokenLinks.BrokenLink;
import dev.pressline.normalize.linkloop.Unlinked.Range;
import dev.pressline.normalize.text.Mark;
import dev.pressline.normalize.text.MarkedText;
import dev.pressline.normalize.text.Style;
import dev.pressline.normalize.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is proved about a text that lost its links to the loop. Immutable.
 *
 * @param firstTag the index of the first tag that was an anchor
 * @param debris the indexes of the tags that are no anchor either, but span from one link into the
 *     next; the other tags from {@code firstTag} on are anchors by all that shows
 * @param edits what makes the text whole again
 * @param text the text after the edits, with its anchors marked
 */
public record LostLinks(int firstTag, List<Integer> debris, List<TextEdit> edits, MarkedText text) {

    /** Proves what it can; empty if nothing is broken or the proof is not exact. */
    public static Optional<LostLinks> prove(String text, List<String> tags) {
        return Proof.of(text, tags).map(proof -> of(text, tags, proof));
    }

    /** Whether a tag can only be debris: a bracket opens in it that nothing closes. */
    public static boolean isBroken(String tag) {
        return Scan.hasUnclosedBracket(tag);
    }

    private static LostLinks of(String text, List<String> tags, Proof proof) {
        BracketEdits edits = BracketEdits.between(text, proof.text());
        List<Mark> marks = anchors(tags, proof);
        List<TextEdit> lost = new ArrayList<>();
        for (BrokenLink broken : BrokenLinks.find(proof.text())) {
            if (isPutBack(broken.open(), edits)) {
                int open = broken.open().getAsInt();
                marks.add(anchor(new Range(open + 1, broken.close()), Certainty.CERTAIN));
                lost.add(TextEdit.removal(open, open + 1));
            }
        }
        MarkedText clean = new MarkedText(proof.text(), marks).edit(lost);
        return new LostLinks(
                proof.firstTag(),
                debris(tags, proof.firstTag()),
                BracketEdits.between(text, clean.text()).edits(),
                clean);
    }

    /** A bracket put back only to open a link that is broken itself is better left out. */
    private static boolean isPutBack(OptionalInt open, BracketEdits edits) {
        return open.isPresent() && edits.inserted().contains(open.getAsInt());
    }

    private static List<Mark> anchors(List<String> tags, Proof proof) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < proof.anchors().size(); i++) {
            boolean proved = isBroken(tags.get(proof.firstTag() + i));
            marks.add(
                    anchor(
                            proof.anchors().get(i),
                            proved ? Certainty.CERTAIN : Certainty.INFERRED));
        }
        return marks;
    }

    private static Mark anchor(Range range, Certainty certainty) {
        return new Mark(range.start(), range.end(), new Style.Anchor(Optional.empty(), certainty));
    }

    private static List<Integer> debris(List<String> tags, int firstTag) {
        List<Integer> debris = new ArrayList<>();
        for (int i = firstTag; i < tags.size(); i++) {
            if (isBroken(tags.get(i))) {
                debris.add(i);
            }
        }
        return debris;
    }
}
