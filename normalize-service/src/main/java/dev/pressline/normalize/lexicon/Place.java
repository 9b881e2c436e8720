package dev.pressline.normalize.lexicon;

/**
 * Where a value stands in a record. It is written as a JSON pointer only when something is found
 * there: in most records nothing is. Immutable.
 */
sealed interface Place {

    /** The record itself. */
    record Root() implements Place {}

    /** A field of an object. */
    record Field(Place holder, String name) implements Place {}

    /** An element of a list. */
    record Element(Place list, int index) implements Place {}

    /** The JSON pointer. */
    default String pointer() {
        return switch (this) {
            case Root root -> "";
            case Field(Place holder, String name) ->
                    holder.pointer() + '/' + name.replace("~", "~0").replace("/", "~1");
            case Element(Place list, int index) -> list.pointer() + '/' + index;
        };
    }
}
