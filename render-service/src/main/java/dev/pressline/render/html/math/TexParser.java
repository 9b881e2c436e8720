package dev.pressline.render.html.math;

import dev.pressline.render.html.math.MathNode.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the formulas of TeX: the commands that people use in running text, without macros. A
 * formula with anything else is not read at all, so that none is ever shown wrong. Not thread-safe.
 */
final class TexParser {

    private static final int LONGEST = 5_000;
    private static final int DEEPEST = 50;
    private static final Set<String> ROW_ENDS =
            Set.of(TexScanner.END, "}", "&", "\\\\", "\\end", "\\right", "\\middle");
    private static final Set<String> MEANINGLESS =
            Set.of("\\displaystyle", "\\textstyle", "\\scriptstyle", "\\nonumber", "\\notag");

    private final TexScanner scanner;
    private final AtomParser atoms;
    private int depth;

    private TexParser(String tex) {
        this.scanner = new TexScanner(tex);
        this.atoms = new AtomParser(scanner, this);
    }

    /** The formula of a text, or empty if it is too long or holds what is not known here. */
    static Optional<MathNode> parse(String tex) {
        if (tex.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            TexParser parser = new TexParser(tex);
            MathNode formula = parser.row();
            parser.scanner.expect(TexScanner.END);
            return Optional.of(formula);
        } catch (UnreadableTexException e) {
            return Optional.empty();
        }
    }

    /** Reads parts up to where a group, a cell or a fence ends. */
    MathNode row() {
        List<MathNode> parts = new ArrayList<>();
        while (!ROW_ENDS.contains(scanner.peek())) {
            if (MEANINGLESS.contains(scanner.peek())) {
                scanner.next();
            } else {
                parts.add(withScripts(atom()));
            }
        }
        List<MathNode> spaced = Spacing.of(parts);
        return spaced.size() == 1 ? spaced.getFirst() : new MathNode.Row(spaced);
    }

    /** Reads the argument of a command: a group, a single digit or another single part. */
    MathNode argument() {
        if (Character.isDigit(scanner.peek().isEmpty() ? ' ' : scanner.peek().charAt(0))) {
            return new MathNode.Numeral(scanner.next());
        }
        if (!scanner.take("{")) {
            return atom();
        }
        MathNode group = row();
        scanner.expect("}");
        return group;
    }

    private MathNode atom() {
        if (++depth > DEEPEST) {
            throw new UnreadableTexException("nested too deeply");
        }
        MathNode atom = atoms.atom();
        depth--;
        return atom;
    }

    private MathNode withScripts(MathNode base) {
        boolean limits = hasLimits(base);
        if (scanner.take("\\limits")) {
            limits = true;
        } else if (scanner.take("\\nolimits")) {
            limits = false;
        }
        Optional<MathNode> below = Optional.empty();
        Optional<MathNode> above = primes();
        boolean more = true;
        while (more) {
            if (below.isEmpty() && scanner.take("_")) {
                below = Optional.of(argument());
            } else if (scanner.take("^")) {
                above = Optional.of(joined(above, argument()));
            } else {
                more = false;
            }
        }
        boolean plain = below.isEmpty() && above.isEmpty();
        return plain ? base : new MathNode.Scripts(base, below, above, limits);
    }

    private Optional<MathNode> primes() {
        StringBuilder primes = new StringBuilder();
        while (scanner.take("'")) {
            primes.append('′');
        }
        return primes.isEmpty()
                ? Optional.empty()
                : Optional.of(new MathNode.Operator(primes.toString()));
    }

    /** Primes and one exponent may stand together, two exponents may not. */
    private static MathNode joined(Optional<MathNode> primes, MathNode exponent) {
        if (primes.isEmpty()) {
            return exponent;
        }
        if (primes.get() instanceof MathNode.Operator) {
            return new MathNode.Row(List.of(primes.get(), exponent));
        }
        throw new UnreadableTexException("two exponents");
    }

    private static boolean hasLimits(MathNode base) {
        return switch (base) {
            case MathNode.LimitName name -> true;
            case MathNode.Accent accent -> accent.mark().equals("⏞") || accent.mark().equals("⏟");
            case MathNode.Operator operator -> "∑∏∐⋃⋂⨁⨂⋁⋀⨆".contains(operator.text());
            case MathNode.Identifier other -> false;
            case MathNode.Function other -> false;
            case MathNode.Numeral other -> false;
            case MathNode.Delimiter other -> false;
            case MathNode.Words other -> false;
            case MathNode.Space other -> false;
            case MathNode.Row other -> false;
            case MathNode.Fraction other -> false;
            case MathNode.Root other -> false;
            case MathNode.Scripts other -> false;
            case MathNode.Table other -> false;
        };
    }

    /** Reads what stands between {@code \left} and {@code \right}. */
    MathNode fenced() {
        List<MathNode> parts = new ArrayList<>();
        parts.add(new MathNode.Delimiter(atoms.delimiter(), Size.STRETCHED));
        parts.add(row());
        while (scanner.take("\\middle")) {
            parts.add(new MathNode.Delimiter(atoms.delimiter(), Size.STRETCHED));
            parts.add(row());
        }
        scanner.expect("\\right");
        parts.add(new MathNode.Delimiter(atoms.delimiter(), Size.STRETCHED));
        return new MathNode.Row(parts);
    }
}
