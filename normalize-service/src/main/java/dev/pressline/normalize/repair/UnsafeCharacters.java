package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.XmlText;

/**
 * Characters that no feed can carry: controls go, lone surrogates and noncharacters become U+FFFD.
 * Within {@code content} a control becomes a blank, since facets count bytes there.
 */
final class UnsafeCharacters implements RepairRule {

    static final RuleName NAME = RuleName.first("unsafe-characters");
    private static final String CONTENT = "/content/";

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        if (isUnsafe(draft.record())) {
            visit(draft, "", draft.record());
        }
    }

    /** Whether there is anything to do: most records are clean, and pointers cost more to write. */
    private static boolean isUnsafe(JsonNode value) {
        if (value.isTextual()) {
            return !XmlText.isSafe(value.textValue());
        }
        for (JsonNode child : value) {
            if (isUnsafe(child)) {
                return true;
            }
        }
        return false;
    }

    private static void visit(Draft draft, String field, JsonNode value) {
        if (value.isTextual()) {
            String instead = field.startsWith(CONTENT) ? " " : "";
            draft.edit(NAME, Certainty.CERTAIN, field, XmlText.unsafe(value.textValue(), instead));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                visit(draft, field + '/' + i, value.get(i));
            }
        } else if (value.isObject()) {
            value.properties()
                    .forEach(e -> visit(draft, field + '/' + escape(e.getKey()), e.getValue()));
        }
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
