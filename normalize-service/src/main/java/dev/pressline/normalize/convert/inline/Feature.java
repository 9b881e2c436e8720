package dev.pressline.normalize.convert.inline;

import com.fasterxml.jackson.databind.JsonNode;

/** What a facet says of the text it covers. Immutable. */
sealed interface Feature {

    /** The text stands in a style. */
    record Styled(Style style) implements Feature {}

    /** The text is source code. */
    record Code() implements Feature {}

    /**
     * The text is the placeholder of a footnote.
     *
     * @param key the name of the footnote in its document
     * @param text the footnote's own text
     * @param facets the facets of that text
     */
    record Note(String key, String text, JsonNode facets) implements Feature {}
}
