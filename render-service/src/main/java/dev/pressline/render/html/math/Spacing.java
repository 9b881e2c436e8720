package dev.pressline.render.html.math;

import java.util.ArrayList;
import java.util.List;

/**
 * The thin spaces that TeX sets beside names of functions and MathML does not. Stateless and
 * thread-safe.
 */
final class Spacing {

    private static final MathNode THIN = new MathNode.Space("0.167em");

    private Spacing() {}

    /** The parts of a row, with spaces between functions and their arguments. */
    static List<MathNode> of(List<MathNode> parts) {
        List<MathNode> spaced = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            boolean needed =
                    i > 0
                            && isOperand(parts.get(i - 1))
                            && isOperand(parts.get(i))
                            && (isFunction(parts.get(i - 1)) || isFunction(parts.get(i)));
            if (needed) {
                spaced.add(THIN);
            }
            spaced.add(parts.get(i));
        }
        return List.copyOf(spaced);
    }

    private static boolean isFunction(MathNode node) {
        MathNode base = node instanceof MathNode.Scripts scripts ? scripts.base() : node;
        return base instanceof MathNode.Function || base instanceof MathNode.LimitName;
    }

    private static boolean isOperand(MathNode node) {
        return !(node instanceof MathNode.Operator
                || node instanceof MathNode.Delimiter
                || node instanceof MathNode.Space);
    }
}
