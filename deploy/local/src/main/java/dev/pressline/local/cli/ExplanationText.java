package dev.pressline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Repair;
import dev.pressline.contract.document.Violation;
import dev.pressline.local.explain.Explanation;

/** Explanations as people read them: before and after of each repair, one below the other. */
final class ExplanationText {

    private static final int LONGEST = 400;

    private final Terminal terminal;

    ExplanationText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(String place, Explanation explanation) {
        switch (explanation) {
            case Explanation.Published published -> print(place, published);
            case Explanation.Passed passed ->
                    terminal.line("  " + place + "  " + terminal.dim(printable(passed.why())));
            case Explanation.Rejected rejected ->
                    terminal.line(
                            "  "
                                    + place
                                    + "  "
                                    + terminal.bad("rejected: " + rejected.reason())
                                    + "  "
                                    + printable((rejected.field() + ' ' + rejected.message())));
        }
    }

    private void print(String place, Explanation.Published published) {
        terminal.line("  " + place + "  " + terminal.bold(printable(published.title())));
        terminal.line("    " + terminal.dim(printable(published.uri())));
        terminal.line("    " + summary(published));
        published.repairs().forEach(this::print);
        published.violations().forEach(this::print);
        terminal.line("");
    }

    private String summary(Explanation.Published published) {
        int repairs = published.repairs().size();
        int violations = published.violations().size();
        return repairs + violations == 0
                ? terminal.good("nothing to repair, nothing to report")
                : Texts.count(repairs, "repair") + ", " + Texts.count(violations, "violation");
    }

    private void print(Repair repair) {
        terminal.line(
                String.format(
                        "    %s %d  %s  %s",
                        repair.rule(),
                        repair.version(),
                        repair.certainty().text(),
                        printable(repair.field())));
        terminal.line("      " + terminal.bad("- " + value(repair.before())));
        terminal.line("      " + terminal.good("+ " + value(repair.after())));
    }

    private void print(Violation violation) {
        terminal.line(
                String.format(
                        "    violation  %s  %s  %s",
                        violation.constraint(),
                        printable(violation.field()),
                        printable(violation.message())));
    }

    private static String value(JsonNode value) {
        return printable(value.isTextual() ? value.textValue() : value.toString());
    }

    private static String printable(String text) {
        return Printable.of(text.replace("\n", "⏎"), LONGEST);
    }
}
