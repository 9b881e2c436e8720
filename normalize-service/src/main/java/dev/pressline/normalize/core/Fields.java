package dev.pressline.normalize.core;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Discussion;
import dev.pressline.contract.document.Language;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.normalize.repair.Draft;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads repaired fields as values of the contract. What cannot be read is absent. Stateless. */
final class Fields {

    private static final String UNKNOWN_TYPE = "application/octet-stream";
    private static final List<String> LANGUAGES = List.of("/language", "/lang", "/langs/0");

    private Fields() {}

    /** A string that holds more than blanks. */
    static Optional<String> words(Draft draft, String field) {
        return draft.text(field).filter(text -> !text.isBlank());
    }

    /** An image of the record's own repository. */
    static Optional<Blob> blob(Draft draft, String field) {
        JsonNode reference = draft.get(field);
        JsonNode type = reference.path("mimeType");
        JsonNode size = reference.path("size");
        return parse(reference.at("/ref/$link"), Cid::parse)
                .map(
                        cid ->
                                new Blob(
                                        cid,
                                        type.isTextual() ? type.textValue() : UNKNOWN_TYPE,
                                        size.canConvertToLong() ? size.longValue() : -1,
                                        Optional.empty(),
                                        Optional.empty(),
                                        alt(reference),
                                        BlobState.PENDING));
    }

    private static Optional<String> alt(JsonNode reference) {
        JsonNode alt = reference.path("alt");
        return alt.isTextual() ? Optional.of(alt.textValue()) : Optional.empty();
    }

    /** The post where a document is discussed. */
    static Optional<Discussion> discussion(Draft draft) {
        JsonNode reference = draft.get("/bskyPostRef");
        return parse(reference.path("uri"), AtUri::parse)
                .map(uri -> new Discussion(uri, parse(reference.path("cid"), Cid::parse)));
    }

    /** A DID, if a value is one. */
    static Optional<Did> did(JsonNode value) {
        return parse(value, Did::parse);
    }

    /** The address of a record, if a value is one. */
    static Optional<AtUri> uri(JsonNode value) {
        boolean possible = value.isTextual() && value.textValue().startsWith(AtUri.SCHEME);
        return possible ? parse(value, AtUri::parse) : Optional.empty();
    }

    /** Self-labels, in whichever shape they come: better one too many than one overlooked. */
    static List<String> labels(Draft draft) {
        return labels(draft, List.of());
    }

    /** The same, and those that stand elsewhere. */
    static List<String> labels(Draft draft, List<JsonNode> elsewhere) {
        Set<String> labels = new LinkedHashSet<>();
        collect(draft.get("/labels"), labels);
        elsewhere.forEach(more -> collect(more, labels));
        return new ArrayList<>(labels);
    }

    private static void collect(JsonNode value, Set<String> labels) {
        if (value.isTextual() && !value.textValue().isBlank()) {
            labels.add(value.textValue());
        } else if (value.isArray()) {
            value.forEach(element -> collect(element, labels));
        } else if (value.isObject()) {
            collect(value.path("values"), labels);
            collect(value.path("val"), labels);
        }
    }

    /** Whether the record may be listed: anything but {@code true} or nothing says no. */
    static boolean showInDiscover(Draft draft) {
        JsonNode choice = draft.get("/preferences/showInDiscover");
        return choice.isMissingNode() || (choice.isBoolean() && choice.booleanValue());
    }

    /** The language a record declares, in one of the places where writers put it. */
    static Optional<Language> declaredLanguage(Draft draft) {
        return LANGUAGES.stream()
                .flatMap(field -> draft.text(field).stream())
                .filter(Fields::isLanguageTag)
                .findFirst()
                .map(tag -> new Language(tag, "declared"));
    }

    private static boolean isLanguageTag(String text) {
        int subtag = text.indexOf('-');
        int primary = subtag < 0 ? text.length() : subtag;
        return primary >= 2
                && primary <= 3
                && text.length() <= 35
                && text.chars().limit(primary).allMatch(c -> c < 0x80 && Character.isLetter(c))
                && text.chars()
                        .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '-'));
    }

    private static <T> Optional<T> parse(JsonNode value, Function<String, T> parser) {
        if (!value.isTextual()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(value.textValue()));
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }
}
