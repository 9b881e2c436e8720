package dev.pressline.render.html.math;

import java.util.List;
import java.util.Optional;

/** A part of a formula, as presentation MathML has it: the closed set of them. Immutable. */
sealed interface MathNode {

    /** A variable or a name; upright where its letters are not those of a variable. */
    record Identifier(String text, boolean upright) implements MathNode {}

    /** The name of a function, such as sin, which keeps a distance from its argument. */
    record Function(String text) implements MathNode {}

    /** A number. */
    record Numeral(String text) implements MathNode {}

    /** An operator, a relation, an arrow or a mark, spaced as MathML has it. */
    record Operator(String text) implements MathNode {}

    /** A name whose limits stand below it where there is room, such as lim. */
    record LimitName(String text) implements MathNode {}

    /** A bracket or bar of a size; an empty one only balances another. */
    record Delimiter(String text, Size size) implements MathNode {}

    /** Words within a formula. */
    record Words(String text) implements MathNode {}

    /** A space of a width in CSS. */
    record Space(String width) implements MathNode {}

    /** Parts beside each other. */
    record Row(List<MathNode> children) implements MathNode {}

    /** A fraction, or without its line what stands in the parentheses of a binomial. */
    record Fraction(MathNode numerator, MathNode denominator, boolean line) implements MathNode {}

    /** A square root, or a root of a degree. */
    record Root(MathNode radicand, Optional<MathNode> degree) implements MathNode {}

    /** A base with what stands below and above it, to its right or, as limits, in line with it. */
    record Scripts(
            MathNode base, Optional<MathNode> below, Optional<MathNode> above, boolean limits)
            implements MathNode {}

    /** A base with a mark over or under it. */
    record Accent(MathNode base, String mark, boolean under) implements MathNode {}

    /** Rows of cells. */
    record Table(List<List<MathNode>> rows, Columns columns) implements MathNode {}

    /** How tall a delimiter is. */
    enum Size {
        /** As tall as a letter. */
        NATURAL(""),
        /** As tall as what stands beside it. */
        STRETCHED(""),
        BIG("1.2em"),
        BIGGER("1.8em"),
        BIGGEST("2.4em"),
        HUGE("3em");

        private final String height;

        Size(String height) {
            this.height = height;
        }

        /** The height in CSS, empty where it follows from what is around. */
        String height() {
            return height;
        }
    }

    /** How the cells of a table are set in their columns. */
    enum Columns {
        CENTRED("matrix"),
        /** Left, as cases of a definition. */
        LEFT("cases"),
        /** Right and left in turn, as equations at their signs. */
        AT_SIGNS("aligned");

        private final String styleClass;

        Columns(String styleClass) {
            this.styleClass = styleClass;
        }

        /** The class by which the stylesheet knows it. */
        String styleClass() {
            return styleClass;
        }
    }
}
