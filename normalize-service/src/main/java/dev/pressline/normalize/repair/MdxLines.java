package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.Lines;
import dev.pressline.normalize.text.TextEdit;
import java.util.List;

/**
 * The {@code import} and {@code export} lines that an MDX file begins with: no reader should see
 * them. They stand before anything else; further down they are code that the text is about.
 */
final class MdxLines implements RepairRule {

    private static final RuleName NAME = RuleName.first("mdx-lines");

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        String text = draft.text(Draft.TEXT).orElse("");
        int end = headEnd(text);
        boolean hasWords = !text.substring(end).isBlank();
        if (end > 0 && hasWords) {
            draft.edit(NAME, Certainty.INFERRED, Draft.TEXT, List.of(TextEdit.removal(0, end)));
        }
    }

    /** Where the text begins that follows the last of the leading lines; 0 if there is none. */
    private static int headEnd(String text) {
        int head = 0;
        int line = 0;
        while (line < text.length()) {
            int end = Lines.end(text, line);
            String words = text.substring(line, end).strip();
            if (!words.isEmpty() && !isImport(words) && !isExport(words)) {
                return head == 0 ? 0 : line;
            }
            head = words.isEmpty() ? head : end;
            line = end + 1;
        }
        return head;
    }

    /** {@code import X from '…'} or {@code import '…'}, to the end of the line. */
    private static boolean isImport(String line) {
        String statement = withoutSemicolon(line);
        if (!statement.startsWith("import ") || statement.length() < "import 'x'".length()) {
            return false;
        }
        char quote = statement.charAt(statement.length() - 1);
        int open = statement.lastIndexOf(quote, statement.length() - 2);
        if ((quote != '\'' && quote != '"') || open < 0) {
            return false;
        }
        String names = statement.substring("import ".length(), open).strip();
        return names.isEmpty() || names.endsWith(" from") || names.endsWith("}from");
    }

    private static boolean isExport(String line) {
        boolean statement = line.endsWith(";") || line.endsWith("}") || line.endsWith("]");
        return statement && line.startsWith("export const ") && line.contains("=");
    }

    private static String withoutSemicolon(String line) {
        return line.endsWith(";") ? line.substring(0, line.length() - 1).stripTrailing() : line;
    }
}
