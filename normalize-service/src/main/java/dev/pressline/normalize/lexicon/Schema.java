package dev.pressline.normalize.lexicon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the lexicon language says of one value. References are absolute: {@code nsid} or {@code
 * nsid#name}. Immutable.
 *
 * @see <a href="https://atproto.com/specs/lexicon">AT Protocol: lexicon</a>
 */
sealed interface Schema {

    /** Bounds of a length or a number, both inclusive. */
    record Range(OptionalLong least, OptionalLong most) {}

    /** A truth value. */
    record BooleanSchema(Optional<Boolean> constant) implements Schema {}

    /** An integer; {@code allowed} is empty where every value in range is. */
    record IntegerSchema(Range range, List<Long> allowed) implements Schema {}

    /**
     * A string.
     *
     * @param bytes its length in UTF-8
     * @param graphemes its length in grapheme clusters
     * @param allowed the only values, empty where every one is
     */
    record StringSchema(Optional<String> format, Range bytes, Range graphemes, List<String> allowed)
            implements Schema {}

    /** Bytes, and how many. */
    record BytesSchema(Range length) implements Schema {}

    /** A link to data by its CID. */
    record LinkSchema() implements Schema {}

    /** A blob of one of these media types, {@code image/*} and the like; empty for any. */
    record BlobSchema(List<String> accept, OptionalLong maxSize) implements Schema {}

    /** A list. */
    record ArraySchema(Schema items, Range length) implements Schema {}

    /** An object with these fields and perhaps others. */
    record ObjectSchema(Set<String> required, Set<String> nullable, Map<String, Schema> properties)
            implements Schema {}

    /** Another definition. */
    record RefSchema(String ref) implements Schema {}

    /** An object of one of these types, or, unless closed, of any other. */
    record UnionSchema(Set<String> refs, boolean closed) implements Schema {}

    /** Any object. */
    record UnknownSchema() implements Schema {}

    /** A name without a value of its own. */
    record TokenSchema() implements Schema {}
}
