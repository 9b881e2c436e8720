package dev.pressline.normalize.convert.inline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the features of a facet by the last part of their {@code $type}, which the formats share.
 * Immutable.
 */
record FeatureReader(ConversionContext context) {

    /** The features somebody knows, in their order. */
    List<Feature> features(JsonNode features) {
        List<Feature> read = new ArrayList<>();
        features.forEach(feature -> feature(feature).ifPresent(read::add));
        return read;
    }

    private Optional<Feature> feature(JsonNode feature) {
        String kind = Fields.kind(feature);
        return switch (kind) {
            case "code", "inlineCode", "codeExpr" -> Optional.of(new Feature.Code());
            case "link", "webMention", "cite" -> target(feature, "uri", "url", "href");
            case "didMention", "mention" -> target(feature, "did");
            case "atMention" -> atMention(feature);
            case "footnote" -> note(feature);
            default -> Style.Mark.named(kind).map(Feature.Styled::new);
        };
    }

    private Optional<Feature> atMention(JsonNode feature) {
        Optional<Feature> page = target(feature, "href");
        return page.isPresent() ? page : target(feature, "atURI", "uri");
    }

    private Optional<Feature> target(JsonNode feature, String... names) {
        return Fields.text(feature, names)
                .flatMap(target -> Targets.of(target, context))
                .map(Feature.Styled::new);
    }

    private static Optional<Feature> note(JsonNode feature) {
        return Fields.text(feature, "contentPlaintext")
                .map(
                        text ->
                                new Feature.Note(
                                        key(feature, text), text, feature.path("contentFacets")));
    }

    private static String key(JsonNode feature, String text) {
        return Fields.text(feature, "footnoteId").orElse(text);
    }
}
