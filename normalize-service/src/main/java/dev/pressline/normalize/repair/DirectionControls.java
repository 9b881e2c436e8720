package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.TextEdit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Direction controls that do not pair within their paragraph would turn the page around them; they
 * go. Pairs stay, as do the marks that need none.
 */
final class DirectionControls extends TextRule {

    private static final char FIRST = '\u202A';
    private static final char POP_EMBEDDING = '\u202C';
    private static final char POP_ISOLATE = '\u2069';

    DirectionControls() {
        super(RuleName.first("direction-controls"), Certainty.CERTAIN);
    }

    @Override
    List<TextEdit> examine(String text) {
        return holdsAny(text) ? lonely(text) : List.of();
    }

    /** Whether there is anything to do: most texts hold no control at all. */
    private static boolean holdsAny(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST && c <= POP_ISOLATE) {
                return true;
            }
        }
        return false;
    }

    private static List<TextEdit> lonely(String text) {
        List<Integer> lonely = new ArrayList<>();
        Deque<Integer> embeddings = new ArrayDeque<>();
        Deque<Integer> isolates = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                drain(embeddings, lonely);
                drain(isolates, lonely);
            } else if (c >= FIRST && c <= '\u202E') {
                pair(c == POP_EMBEDDING, i, embeddings, lonely);
            } else if (c >= '\u2066' && c <= POP_ISOLATE) {
                pair(c == POP_ISOLATE, i, isolates, lonely);
            }
        }
        drain(embeddings, lonely);
        drain(isolates, lonely);
        return lonely.stream()
                .sorted(Comparator.naturalOrder())
                .map(i -> TextEdit.removal(i, i + 1))
                .toList();
    }

    private static void pair(boolean closes, int at, Deque<Integer> open, List<Integer> lonely) {
        if (!closes) {
            open.push(at);
        } else if (open.isEmpty()) {
            lonely.add(at);
        } else {
            open.pop();
        }
    }

    private static void drain(Deque<Integer> open, List<Integer> lonely) {
        lonely.addAll(open);
        open.clear();
    }
}
