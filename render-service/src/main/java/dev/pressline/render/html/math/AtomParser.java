package dev.pressline.render.html.math;

import dev.pressline.render.html.math.MathNode.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the single parts of a formula, without scripts. Not thread-safe. */
final class AtomParser {

    private static final Map<String, String> OPERATORS = Map.of("-", "−", "*", "∗", "`", "‘");
    private static final Map<String, Size> SIZES =
            Map.of("big", Size.BIG, "Big", Size.BIGGER, "bigg", Size.BIGGEST, "Bigg", Size.HUGE);

    private final TexScanner scanner;
    private final TexParser rows;
    private final EnvironmentParser environments;

    AtomParser(TexScanner scanner, TexParser rows) {
        this.scanner = scanner;
        this.rows = rows;
        this.environments = new EnvironmentParser(scanner, rows);
    }

    /** Reads one part; a group counts as one. */
    MathNode atom() {
        String token = scanner.peek();
        if (token.equals("{")) {
            return rows.argument();
        }
        if (token.equals(TexScanner.END)) {
            throw new UnreadableTexException("an argument is missing");
        }
        char first = token.charAt(0);
        if (first >= '0' && first <= '9') {
            return new MathNode.Numeral(scanner.number());
        }
        scanner.next();
        return first == '\\' ? command(token.substring(1)) : character(token);
    }

    private static MathNode character(String token) {
        if (Character.isLetter(token.codePointAt(0))) {
            return new MathNode.Identifier(token, false);
        }
        return switch (token) {
            case "(", ")", "[", "]", "|" -> new MathNode.Delimiter(token, Size.NATURAL);
            case "~" -> new MathNode.Space("0.333em");
            case "}", "#", "%", "$", "&", "^", "_" -> throw new UnreadableTexException(token);
            default -> new MathNode.Operator(OPERATORS.getOrDefault(token, token));
        };
    }

    private MathNode command(String name) {
        Optional<Symbol> symbol = Symbol.of(name);
        if (symbol.isPresent()) {
            return symbol(symbol.get());
        }
        return switch (name) {
            case "frac", "dfrac", "tfrac", "cfrac" -> fraction();
            case "binom", "dbinom", "tbinom" -> binomial();
            case "sqrt" -> root();
            case "left" -> rows.fenced();
            case "begin" -> environments.read();
            case "text", "textrm", "textnormal", "mbox", "textit", "textbf" ->
                    new MathNode.Words(scanner.words());
            case "operatorname", "mathrm", "mathop" -> name();
            case "not" -> negated();
            case "overset", "stackrel" -> stacked(true);
            case "underset" -> stacked(false);
            case "pmod" -> modulus();
            default -> styled(name);
        };
    }

    private MathNode symbol(Symbol symbol) {
        String text = symbol.text();
        return switch (symbol.kind()) {
            case ITALIC -> new MathNode.Identifier(text, false);
            case UPRIGHT -> new MathNode.Identifier(text, true);
            case OPERATOR, LARGE -> new MathNode.Operator(text);
            case FUNCTION -> new MathNode.Function(text);
            case LIMIT -> new MathNode.LimitName(text);
            case DELIMITER -> new MathNode.Delimiter(text, Size.NATURAL);
            case SPACE -> new MathNode.Space(text);
            case OVER -> new MathNode.Accent(rows.argument(), text, false);
            case UNDER -> new MathNode.Accent(rows.argument(), text, true);
        };
    }

    private MathNode fraction() {
        return new MathNode.Fraction(rows.argument(), rows.argument(), true);
    }

    private MathNode binomial() {
        return new MathNode.Row(
                List.of(
                        new MathNode.Delimiter("(", Size.STRETCHED),
                        new MathNode.Fraction(rows.argument(), rows.argument(), false),
                        new MathNode.Delimiter(")", Size.STRETCHED)));
    }

    private MathNode root() {
        Optional<MathNode> degree = Optional.empty();
        if (scanner.take("[")) {
            degree = Optional.of(rows.argument());
            scanner.expect("]");
        }
        return new MathNode.Root(rows.argument(), degree);
    }

    /** Reads an upright name: a function where it has several letters. */
    private MathNode name() {
        boolean limits = scanner.take("*");
        String name = scanner.words().strip();
        if (limits) {
            return new MathNode.LimitName(name);
        }
        return name.length() > 1
                ? new MathNode.Function(name)
                : new MathNode.Identifier(name, true);
    }

    private MathNode negated() {
        if (rows.argument() instanceof MathNode.Operator operator) {
            return new MathNode.Operator(operator.text() + '\u0338');
        }
        throw new UnreadableTexException("a negation of no relation");
    }

    private MathNode stacked(boolean above) {
        Optional<MathNode> mark = Optional.of(rows.argument());
        MathNode base = rows.argument();
        return above
                ? new MathNode.Scripts(base, Optional.empty(), mark, true)
                : new MathNode.Scripts(base, mark, Optional.empty(), true);
    }

    private MathNode modulus() {
        return new MathNode.Row(
                List.of(
                        new MathNode.Space("1em"),
                        new MathNode.Delimiter("(", Size.NATURAL),
                        new MathNode.Function("mod"),
                        new MathNode.Space("0.333em"),
                        rows.argument(),
                        new MathNode.Delimiter(")", Size.NATURAL)));
    }

    /** Reads letters of another alphabet, or a delimiter of a fixed size. */
    private MathNode styled(String name) {
        Optional<Alphabet> alphabet = Alphabet.of(name);
        if (alphabet.isPresent()) {
            return letters(alphabet.get());
        }
        Size size = SIZES.get(name.replaceFirst("[lrm]$", ""));
        if (size == null) {
            throw new UnreadableTexException("\\" + name);
        }
        return new MathNode.Delimiter(delimiter(), size);
    }

    private MathNode letters(Alphabet alphabet) {
        return restyled(rows.argument(), alphabet);
    }

    private static MathNode restyled(MathNode node, Alphabet alphabet) {
        return switch (node) {
            case MathNode.Identifier(String text, boolean upright) ->
                    new MathNode.Identifier(alphabet.written(text), upright);
            case MathNode.Numeral(String text) -> new MathNode.Numeral(alphabet.written(text));
            case MathNode.Row(List<MathNode> children) ->
                    new MathNode.Row(
                            children.stream().map(child -> restyled(child, alphabet)).toList());
            case MathNode.Operator operator -> operator;
            case MathNode.Space space -> space;
            case MathNode.Function f -> throw new UnreadableTexException(f.text());
            case MathNode.LimitName n -> throw new UnreadableTexException(n.text());
            case MathNode.Delimiter d -> d;
            case MathNode.Words words -> words;
            case MathNode.Fraction f -> throw new UnreadableTexException("a styled fraction");
            case MathNode.Root r -> throw new UnreadableTexException("a styled root");
            case MathNode.Scripts s -> throw new UnreadableTexException("styled scripts");
            case MathNode.Accent a -> throw new UnreadableTexException("a styled accent");
            case MathNode.Table t -> throw new UnreadableTexException("a styled table");
        };
    }

    /** Reads a delimiter; a full stop is one that is not seen. */
    String delimiter() {
        String token = scanner.next();
        if (token.equals(".")) {
            return "";
        }
        if (token.length() == 1 && "()[]|/".contains(token)) {
            return token;
        }
        return Optional.of(token)
                .filter(command -> command.startsWith("\\"))
                .flatMap(command -> Symbol.of(command.substring(1)))
                .filter(symbol -> symbol.kind() == Symbol.Kind.DELIMITER)
                .map(Symbol::text)
                .orElseThrow(() -> new UnreadableTexException("no delimiter: " + token));
    }
}
