package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.Locale;

/** What the rules about tags share. Stateless. */
final class Tags {

    /** The field. */
    static final String FIELD = "/tags";

    private Tags() {}

    /** Tags as a value. */
    static ArrayNode node(List<String> tags) {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        tags.forEach(node::add);
        return node;
    }

    /** What two spellings of one tag have in common: NFKC and case folding. */
    static String folded(String tag) {
        if (isAscii(tag)) {
            return tag.toLowerCase(Locale.ROOT).strip();
        }
        String folded = UCharacter.foldCase(Normalizer2.getNFKCInstance().normalize(tag), true);
        return Normalizer2.getNFKCInstance().normalize(folded).strip();
    }

    private static boolean isAscii(String tag) {
        for (int i = 0; i < tag.length(); i++) {
            if (tag.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
