package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.linkloop.LostLinks;
import dev.pressline.normalize.text.TextEdit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * An opening bracket that nothing closes on its line, where a broken tag of the record holds the
 * same bracket before the same words. Without such a tag a bracket is prose.
 */
final class OrphanBracket implements RepairRule {

    private static final RuleName NAME = RuleName.first("orphan-bracket");

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        List<String> tails =
                draft.rawTexts(Tags.FIELD).orElse(List.of()).stream()
                        .filter(LostLinks::isBroken)
                        .map(tag -> tag.substring(tag.lastIndexOf('[')))
                        .filter(tail -> tail.length() > 1)
                        .toList();
        if (!tails.isEmpty()) {
            String text = draft.text(Draft.TEXT).orElse("");
            draft.edit(NAME, Certainty.INFERRED, Draft.TEXT, orphans(text, tails));
        }
    }

    private static List<TextEdit> orphans(String text, List<String> tails) {
        return unclosed(text).stream()
                .filter(at -> tails.stream().anyMatch(tail -> text.startsWith(tail, at)))
                .sorted(Comparator.naturalOrder())
                .map(at -> TextEdit.removal(at, at + 1))
                .toList();
    }

    private static Collection<Integer> unclosed(String text) {
        List<Integer> unclosed = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[') {
                open.push(i);
            } else if (c == ']' && !open.isEmpty()) {
                open.pop();
            } else if (c == '\n') {
                unclosed.addAll(open);
                open.clear();
            }
        }
        unclosed.addAll(open);
        return unclosed;
    }
}
