package dev.pressline.local.cli;

import dev.pressline.local.deadletter.DeadLetter;
import dev.pressline.local.deadletter.Handling;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Tells what is done about dead letters while it is done, and in the end. Not thread-safe. */
final class LetterWork {

    private static final int PREVIEW = 120;
    private static final int NAMED = 20;
    private static final int STEP = 10_000;

    private final Terminal terminal;
    private final boolean isDryRun;
    private final Map<Handling, Long> counts = new EnumMap<>(Handling.class);
    private long seen;
    private long impossible;

    LetterWork(Terminal terminal, boolean isDryRun) {
        this.terminal = terminal;
        this.isDryRun = isDryRun;
    }

    void add(DeadLetter letter, Optional<Handling> handling) {
        handling.ifPresentOrElse(each -> counts.merge(each, 1L, Long::sum), () -> impossible += 1);
        seen++;
        if (seen <= NAMED) {
            String what = handling.map(Handling::toString).orElse("impossible");
            terminal.line(String.format("  %-10s %s", what, Printable.of(letter.key(), PREVIEW)));
        } else if (seen % STEP == 0) {
            terminal.line("  " + Texts.count(seen) + " so far");
        }
    }

    void end() {
        if (impossible > 0) {
            terminal.line(
                    "  "
                            + Texts.count(impossible)
                            + " cannot be replayed: their headers do not say where they came from");
        }
        String words = counts.isEmpty() ? "nothing to do" : LetterCounts.words(counts);
        terminal.line("  " + (isDryRun ? "dry run: " : "") + words);
    }
}
