package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.List;

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
        String folded = UCharacter.foldCase(Normalizer2.getNFKCInstance().normalize(tag), true);
        return Normalizer2.getNFKCInstance().normalize(folded).strip();
    }
}
