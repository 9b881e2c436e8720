package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.Dates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A date in a spelling that the protocol does not know: a day alone, a time without offset, RFC
 * 1123, a number. What nobody can read goes; an offset is no defect.
 */
final class DateSpelling implements RepairRule {

    private static final RuleName NAME = RuleName.first("date-spelling");
    private static final List<String> FIELDS = List.of("/publishedAt", "/updatedAt");

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        for (String field : FIELDS) {
            JsonNode date = draft.get(field);
            boolean given = date.isTextual() || date.isNumber();
            if (given && (date.isNumber() || Dates.strict(date.textValue()).isEmpty())) {
                respell(draft, field, Dates.loose(date.asText()));
            }
        }
    }

    private static void respell(Draft draft, String field, Optional<Instant> moment) {
        if (moment.isPresent()) {
            TextNode date = TextNode.valueOf(moment.get().toString());
            draft.change(NAME, Certainty.INFERRED, field, date);
        } else {
            draft.change(NAME, Certainty.CERTAIN, field, NullNode.getInstance());
        }
    }
}
