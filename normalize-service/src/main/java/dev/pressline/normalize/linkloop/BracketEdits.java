package dev.pressline.normalize.linkloop;

import dev.pressline.normalize.text.TextEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The edits between two texts that differ in nothing but opening brackets.
 *
 * @param edits what makes the second of the first
 * @param inserted where brackets that were put in stand in the second
 */
record BracketEdits(List<TextEdit> edits, Set<Integer> inserted) {

    /** Compares; both texts must be equal once their opening brackets are left out. */
    static BracketEdits between(String before, String after) {
        List<TextEdit> edits = new ArrayList<>();
        Set<Integer> inserted = new HashSet<>();
        int from = 0;
        int to = 0;
        while (from < before.length() || to < after.length()) {
            if (from < before.length()
                    && to < after.length()
                    && before.charAt(from) == after.charAt(to)) {
                from++;
                to++;
            } else if (from < before.length() && before.charAt(from) == '[') {
                edits.add(TextEdit.removal(from, ++from));
            } else if (to < after.length() && after.charAt(to) == '[') {
                edits.add(TextEdit.insertion(from, "["));
                inserted.add(to++);
            } else {
                throw new IllegalArgumentException("the texts differ in more than brackets");
            }
        }
        return new BracketEdits(edits, inserted);
    }
}
