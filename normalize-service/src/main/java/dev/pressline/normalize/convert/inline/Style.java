package dev.pressline.normalize.convert.inline;

import dev.pressline.contract.document.Inline;
import dev.pressline.contract.identifier.Did;
import java.util.List;
import java.util.Optional;

/** How a run of text is marked, apart from code, which is a leaf of its own. Immutable. */
public sealed interface Style {

    /** The inline that gives its children this style. */
    Inline around(List<Inline> children);

    /** Whether this style leads somewhere: a run has at most one such style. */
    default boolean isTarget() {
        return switch (this) {
            case Link link -> true;
            case Mention mention -> true;
            case Mark mark -> false;
        };
    }

    /** A link to an absolute http, https or mailto URL. */
    record Link(String href) implements Style {
        @Override
        public Inline around(List<Inline> children) {
            return new Inline.Link(href, children);
        }
    }

    /** A mention of an account. */
    record Mention(Did did) implements Style {
        @Override
        public Inline around(List<Inline> children) {
            return new Inline.Mention(did, children);
        }
    }

    /** A mark that carries nothing but itself. */
    enum Mark implements Style {
        /** Strong importance. */
        STRONG,
        /** Stress. */
        EMPHASIS,
        /** Underlined. */
        UNDERLINE,
        /** No longer holds. */
        STRIKETHROUGH,
        /** Marked. */
        HIGHLIGHT;

        /** The mark of a name that facets, editors or both give it. */
        public static Optional<Mark> named(String name) {
            return switch (name) {
                case "bold", "strong" -> Optional.of(STRONG);
                case "italic", "em", "emphasis" -> Optional.of(EMPHASIS);
                case "underline" -> Optional.of(UNDERLINE);
                case "strikethrough", "strike", "s" -> Optional.of(STRIKETHROUGH);
                case "highlight", "mark" -> Optional.of(HIGHLIGHT);
                default -> Optional.empty();
            };
        }

        @Override
        public Inline around(List<Inline> children) {
            return switch (this) {
                case STRONG -> new Inline.Strong(children);
                case EMPHASIS -> new Inline.Emphasis(children);
                case UNDERLINE -> new Inline.Underline(children);
                case STRIKETHROUGH -> new Inline.Strikethrough(children);
                case HIGHLIGHT -> new Inline.Highlight(children);
            };
        }
    }
}
