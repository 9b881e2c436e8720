package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Certainty;
import java.util.ArrayList;
import java.util.List;

/**
 * Tags that are no array of strings: one string is split at its commas, other values are left out
 * of an array.
 */
final class TagShape implements RepairRule {

    private static final RuleName NAME = RuleName.first("tag-shape");

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        JsonNode tags = draft.get(Tags.FIELD);
        if (tags.isTextual()) {
            List<String> split = List.of(tags.textValue().split(",", -1));
            draft.change(NAME, Certainty.INFERRED, Tags.FIELD, Tags.node(split));
        } else if (tags.isArray()) {
            List<String> texts = new ArrayList<>();
            tags.forEach(
                    tag -> {
                        if (tag.isTextual()) {
                            texts.add(tag.textValue());
                        }
                    });
            if (texts.size() < tags.size()) {
                draft.change(NAME, Certainty.CERTAIN, Tags.FIELD, Tags.node(texts));
            }
        }
    }
}
