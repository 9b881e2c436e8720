package dev.pressline.normalize.lexicon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.AnyCid;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.normalize.lexicon.Schema.Range;
import dev.pressline.normalize.text.Graphemes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalLong;

/** Checks values that hold no others. One for each record. */
final class LeafChecker {

    private static final String TYPE = "type";

    /** The most bytes of a UTF-16 unit in UTF-8. */
    private static final int MOST_BYTES = 3;

    private final Findings findings;

    LeafChecker(Findings findings) {
        this.findings = findings;
    }

    void bool(Schema.BooleanSchema schema, JsonNode value, Place place) {
        if (!value.isBoolean()) {
            findings.add(place, TYPE, "is not true or false");
        } else if (schema.constant().filter(c -> c != value.booleanValue()).isPresent()) {
            findings.add(place, "const", "is not " + schema.constant().get());
        }
    }

    void integer(Schema.IntegerSchema schema, JsonNode value, Place place) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            findings.add(place, TYPE, "is not an integer");
            return;
        }
        range(schema.range(), value.longValue(), place, "minimum", "maximum");
        if (!schema.allowed().isEmpty() && !schema.allowed().contains(value.longValue())) {
            findings.add(place, "enum", "is none of " + schema.allowed());
        }
    }

    void string(Schema.StringSchema schema, JsonNode value, Place place) {
        if (!value.isTextual()) {
            findings.add(place, TYPE, "is not a string");
            return;
        }
        String text = value.textValue();
        bytes(schema.bytes(), text, place);
        graphemes(schema.graphemes(), text, place);
        if (!schema.allowed().isEmpty() && !schema.allowed().contains(text)) {
            findings.add(place, "enum", "is none of " + schema.allowed());
        }
        schema.format()
                .filter(format -> !StringFormats.matches(format, text))
                .ifPresent(format -> findings.add(place, "format", "is no " + format));
    }

    private void bytes(Range range, String text, Place place) {
        if (mayBreak(range, (long) text.length() * MOST_BYTES)) {
            length(range, text.getBytes(StandardCharsets.UTF_8).length, place);
        }
    }

    private void graphemes(Range range, String text, Place place) {
        if (mayBreak(range, text.length())) {
            range(range, Graphemes.count(text), place, "minGraphemes", "maxGraphemes");
        }
    }

    void bytes(Schema.BytesSchema schema, JsonNode value, Place place) {
        JsonNode base64 = value.path("$bytes");
        if (!base64.isTextual() || value.size() != 1) {
            findings.add(place, TYPE, "is not bytes");
            return;
        }
        try {
            length(schema.length(), Base64.getDecoder().decode(base64.textValue()).length, place);
        } catch (IllegalArgumentException e) {
            findings.add(place, TYPE, "is not base64");
        }
    }

    void link(JsonNode value, Place place) {
        if (!isLink(value)) {
            findings.add(place, TYPE, "is not a link");
        }
    }

    void token(JsonNode value, Place place) {
        if (!value.isTextual()) {
            findings.add(place, TYPE, "is not a token");
        }
    }

    void blob(Schema.BlobSchema schema, JsonNode value, Place place) {
        JsonNode mimeType = value.path("mimeType");
        JsonNode size = value.path("size");
        boolean blob = value.path("$type").asText().equals("blob") && isLink(value.path("ref"));
        if (!blob || !mimeType.isTextual() || !size.isIntegralNumber()) {
            findings.add(place, TYPE, "is not a blob");
            return;
        }
        if (!MediaTypes.accepts(schema.accept(), mimeType.textValue())) {
            findings.add(place, "accept", "is none of " + schema.accept());
        }
        over(schema.maxSize(), size.longValue(), place, "maxSize");
    }

    private static boolean isLink(JsonNode value) {
        JsonNode cid = value.path("$link");
        if (!cid.isTextual() || value.size() != 1) {
            return false;
        }
        try {
            return !AnyCid.parse(cid.textValue()).value().isEmpty();
        } catch (InvalidIdentifierException e) {
            return false;
        }
    }

    /** Whether a length must be counted, given the most that it can be. */
    private static boolean mayBreak(Range range, long atMost) {
        return range.least().isPresent()
                || (range.most().isPresent() && range.most().getAsLong() < atMost);
    }

    /** Reports a length in bytes or items outside of its range. */
    void length(Range range, long length, Place place) {
        range(range, length, place, "minLength", "maxLength");
    }

    private void range(Range range, long value, Place place, String least, String most) {
        if (range.least().isPresent() && value < range.least().getAsLong()) {
            findings.add(place, least, value + " < " + range.least().getAsLong());
        }
        over(range.most(), value, place, most);
    }

    private void over(OptionalLong most, long value, Place place, String constraint) {
        if (most.isPresent() && value > most.getAsLong()) {
            findings.add(place, constraint, value + " > " + most.getAsLong());
        }
    }
}
