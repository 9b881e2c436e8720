package dev.pressline.render.html.math;

import dev.pressline.render.html.math.MathNode.Columns;
import dev.pressline.render.html.math.MathNode.Size;
import java.util.ArrayList;
import java.util.List;

/** Reads matrices, cases and aligned equations. Not thread-safe. */
final class EnvironmentParser {

    private static final MathNode EMPTY = new MathNode.Row(List.of());

    private final TexScanner scanner;
    private final TexParser rows;

    EnvironmentParser(TexScanner scanner, TexParser rows) {
        this.scanner = scanner;
        this.rows = rows;
    }

    /** Reads an environment whose beginning has been taken, as far as its end. */
    MathNode read() {
        String name = scanner.words();
        MathNode read =
                switch (name) {
                    case "matrix", "smallmatrix", "gather", "gather*", "gathered" ->
                            table(Columns.CENTRED);
                    case "pmatrix" -> between("(", ")");
                    case "bmatrix" -> between("[", "]");
                    case "Bmatrix" -> between("{", "}");
                    case "vmatrix" -> between("|", "|");
                    case "Vmatrix" -> between("‖", "‖");
                    case "cases" -> cases();
                    case "aligned", "align", "align*", "split" -> table(Columns.AT_SIGNS);
                    case "equation", "equation*" -> rows.row();
                    default -> throw new UnreadableTexException(name);
                };
        scanner.expect("\\end");
        if (!scanner.words().equals(name)) {
            throw new UnreadableTexException("another environment ends than began");
        }
        return read;
    }

    private MathNode between(String open, String close) {
        return new MathNode.Row(
                List.of(
                        new MathNode.Delimiter(open, Size.STRETCHED),
                        table(Columns.CENTRED),
                        new MathNode.Delimiter(close, Size.STRETCHED)));
    }

    private MathNode cases() {
        return new MathNode.Row(
                List.of(new MathNode.Delimiter("{", Size.STRETCHED), table(Columns.LEFT)));
    }

    private MathNode table(Columns columns) {
        List<List<MathNode>> table = new ArrayList<>();
        do {
            List<MathNode> cells = new ArrayList<>();
            do {
                cells.add(rows.row());
            } while (scanner.take("&"));
            boolean empty = cells.size() == 1 && cells.getFirst().equals(EMPTY);
            if (!empty || !scanner.peek().equals("\\end")) {
                table.add(List.copyOf(cells));
            }
        } while (scanner.take("\\\\"));
        return new MathNode.Table(List.copyOf(table), columns);
    }
}
