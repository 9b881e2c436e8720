package dev.pressline.render.defect;

import dev.pressline.contract.document.Certainty;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Repair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one rule repaired in one document. Immutable.
 *
 * @param rule the rule
 * @param version the version of the rule
 * @param certainty how sure the first repair is
 * @param places how many repairs it made there
 * @param field the JSON pointer of the first
 * @param change what the first changed
 */
public record Defect(
        String rule, int version, Certainty certainty, int places, String field, Excerpt change) {

    private static final int MOST_RULES = 40;

    /** The defects of a document, one for each rule, in the order of its repairs. */
    public static List<Defect> of(Document document) {
        Map<String, Defect> byRule = new LinkedHashMap<>();
        for (Repair repair : document.repairs()) {
            byRule.merge(repair.rule(), first(repair), (known, another) -> known.oneMore());
        }
        return byRule.values().stream().limit(MOST_RULES).toList();
    }

    private static Defect first(Repair repair) {
        return new Defect(
                repair.rule(),
                repair.version(),
                repair.certainty(),
                1,
                repair.field(),
                Excerpt.of(repair.before(), repair.after()));
    }

    private Defect oneMore() {
        return new Defect(rule, version, certainty, places + 1, field, change);
    }
}
