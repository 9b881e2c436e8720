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

    private final Findings findings;

    LeafChecker(Findings findings) {
        this.findings = findings;
    }

    void bool(Schema.BooleanSchema schema, JsonNode value, String pointer) {
        if (!value.isBoolean()) {
            findings.add(pointer, TYPE, "is not true or false");
        } else if (schema.constant().filter(c -> c != value.booleanValue()).isPresent()) {
            findings.add(pointer, "const", "is not " + schema.constant().get());
        }
    }

    void integer(Schema.IntegerSchema schema, JsonNode value, String pointer) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            findings.add(pointer, TYPE, "is not an integer");
            return;
        }
        range(schema.range(), value.longValue(), pointer, "minimum", "maximum");
        if (!schema.allowed().isEmpty() && !schema.allowed().contains(value.longValue())) {
            findings.add(pointer, "enum", "is none of " + schema.allowed());
        }
    }

    void string(Schema.StringSchema schema, JsonNode value, String pointer) {
        if (!value.isTextual()) {
            findings.add(pointer, TYPE, "is not a string");
            return;
        }
        String text = value.textValue();
        length(schema.bytes(), text.getBytes(StandardCharsets.UTF_8).length, pointer);
        graphemes(schema.graphemes(), text, pointer);
        if (!schema.allowed().isEmpty() && !schema.allowed().contains(text)) {
            findings.add(pointer, "enum", "is none of " + schema.allowed());
        }
        schema.format()
                .filter(format -> !StringFormats.matches(format, text))
                .ifPresent(format -> findings.add(pointer, "format", "is no " + format));
    }

    private void graphemes(Range range, String text, String pointer) {
        if (range.least().isPresent() || range.most().isPresent()) {
            range(range, Graphemes.count(text), pointer, "minGraphemes", "maxGraphemes");
        }
    }

    void bytes(Schema.BytesSchema schema, JsonNode value, String pointer) {
        JsonNode base64 = value.path("$bytes");
        if (!base64.isTextual() || value.size() != 1) {
            findings.add(pointer, TYPE, "is not bytes");
            return;
        }
        try {
            length(schema.length(), Base64.getDecoder().decode(base64.textValue()).length, pointer);
        } catch (IllegalArgumentException e) {
            findings.add(pointer, TYPE, "is not base64");
        }
    }

    void link(JsonNode value, String pointer) {
        if (!isLink(value)) {
            findings.add(pointer, TYPE, "is not a link");
        }
    }

    void token(JsonNode value, String pointer) {
        if (!value.isTextual()) {
            findings.add(pointer, TYPE, "is not a token");
        }
    }

    void blob(Schema.BlobSchema schema, JsonNode value, String pointer) {
        JsonNode mimeType = value.path("mimeType");
        JsonNode size = value.path("size");
        boolean blob = value.path("$type").asText().equals("blob") && isLink(value.path("ref"));
        if (!blob || !mimeType.isTextual() || !size.isIntegralNumber()) {
            findings.add(pointer, TYPE, "is not a blob");
            return;
        }
        if (!MediaTypes.accepts(schema.accept(), mimeType.textValue())) {
            findings.add(pointer, "accept", "is none of " + schema.accept());
        }
        over(schema.maxSize(), size.longValue(), pointer, "maxSize");
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

    /** Reports a length in bytes or items outside of its range. */
    void length(Range range, long length, String pointer) {
        range(range, length, pointer, "minLength", "maxLength");
    }

    private void range(Range range, long value, String pointer, String least, String most) {
        if (range.least().isPresent() && value < range.least().getAsLong()) {
            findings.add(pointer, least, value + " < " + range.least().getAsLong());
        }
        over(range.most(), value, pointer, most);
    }

    private void over(OptionalLong most, long value, String pointer, String constraint) {
        if (most.isPresent() && value > most.getAsLong()) {
            findings.add(pointer, constraint, value + " > " + most.getAsLong());
        }
    }
}
