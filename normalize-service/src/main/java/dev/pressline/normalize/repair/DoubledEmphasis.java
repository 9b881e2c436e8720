package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.StrongSpans;
import dev.pressline.normalize.text.TextEdit;
import dev.pressline.normalize.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The four stars where one bold run ended and the next began. Outside a bold stretch, and after a
 * single letter, four stars are somebody's discretion and stay. That a blank was lost with them is
 * inferred where one of the words stands by itself elsewhere in the text.
 */
final class DoubledEmphasis implements RepairRule {

    private static final RuleName NAME = RuleName.first("doubled-emphasis");
    private static final int STARS = 4;

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        String text = draft.text(Draft.TEXT).orElse("");
        List<Integer> joints =
                StrongSpans.find(text).stream()
                        .flatMap(span -> span.joints().stream())
                        .filter(joint -> !isDiscretion(text, joint))
                        .toList();
        if (joints.isEmpty()) {
            return;
        }
        Set<String> alone = Words.standingAlone(text);
        List<TextEdit> stars = new ArrayList<>();
        List<TextEdit> blanks = new ArrayList<>();
        for (int joint : joints) {
            if (isBetweenWords(text, joint, alone)) {
                blanks.add(TextEdit.insertion(joint - STARS * stars.size(), " "));
            }
            stars.add(TextEdit.removal(joint, joint + STARS));
        }
        if (draft.edit(NAME, Certainty.CERTAIN, Draft.TEXT, stars)) {
            draft.edit(NAME, Certainty.INFERRED, Draft.TEXT, blanks);
        }
    }

    private static boolean isDiscretion(String text, int joint) {
        return Words.before(text, joint).length() == 1;
    }

    private static boolean isBetweenWords(String text, int joint, Set<String> alone) {
        String before = Words.before(text, joint);
        String after = Words.after(text, joint + STARS);
        boolean words = !before.isEmpty() && !after.isEmpty();
        return words && (alone.contains(before) || alone.contains(after));
    }
}
