package dev.pressline.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pressline.local.deadletter.DeadLetter;
import dev.pressline.local.deadletter.Handling;
import java.util.Optional;

/** Shows dead letters one by one, up to a limit. Not thread-safe. */
final class LetterText {

    private static final int PREVIEW = 200;

    private final Terminal terminal;
    private final int limit;
    private long seen;

    LetterText(Terminal terminal, int limit) {
        this.terminal = terminal;
        this.limit = limit;
    }

    void show(DeadLetter letter, Optional<Handling> handling) {
        if (seen++ >= limit) {
            return;
        }
        String done = handling.map(each -> "  " + each).orElse("");
        terminal.line("  " + letter.at() + "  " + terminal.bad(letter.reason()) + done);
        terminal.line("    key    " + Printable.of(letter.key(), PREVIEW));
        terminal.line("    cause  " + Printable.of(letter.cause(), PREVIEW));
        terminal.line("    from   " + from(letter));
        terminal.line("    value  " + value(letter));
    }

    private static String from(DeadLetter letter) {
        String origin = letter.origin().map(Object::toString).orElse("unknown");
        return Printable.of(
                origin + ", " + letter.stage() + ' ' + letter.version() + ", " + letter.since(),
                PREVIEW);
    }

    private static String value(DeadLetter letter) {
        return letter.value()
                .map(
                        bytes ->
                                Texts.count(bytes.length, "byte")
                                        + "  "
                                        + Printable.of(new String(bytes, UTF_8), PREVIEW))
                .orElse("none: a delete");
    }

    /** Says how many were not shown. */
    void end() {
        if (seen == 0) {
            terminal.line("  no dead letters");
        } else if (seen > limit) {
            terminal.line("  and " + Texts.count(seen - limit) + " more: --limit shows them");
        }
    }
}
