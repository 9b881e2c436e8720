package dev.pressline.local.cli;

import dev.pressline.local.watch.Estimate;
import java.time.Duration;
import java.time.Instant;

/**
 * One line about work that goes on: a bar on a terminal, now and then a plain line elsewhere. Not
 * thread-safe.
 */
final class ProgressLine {

    private static final int BAR = 24;
    private static final Duration LIVE_PAUSE = Duration.ofMillis(100);
    private static final Duration PLAIN_PAUSE = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final String title;
    private final Instant start = Instant.now();
    private Instant nextShow = start;

    ProgressLine(Terminal terminal, String title) {
        this.terminal = terminal;
        this.title = title;
    }

    /** Time since the line began. */
    Duration elapsed() {
        return Duration.between(start, Instant.now());
    }

    /** Shows where the work stands, unless it has just done so; {@code detail} says it in words. */
    void show(long done, long total, String detail) {
        Instant now = Instant.now();
        if (now.isBefore(nextShow)) {
            return;
        }
        nextShow = now.plus(terminal.live() ? LIVE_PAUSE : PLAIN_PAUSE);
        String text = text(new Estimate(done, total, elapsed()), detail);
        if (terminal.live()) {
            terminal.transientLine(text);
        } else {
            terminal.line(text);
        }
    }

    private String text(Estimate estimate, String detail) {
        return String.format(
                "  %-10s %s %3d %%  %s%s",
                title, bar(estimate.percent()), estimate.percent(), detail, estimate.leftInWords());
    }

    private String bar(int percent) {
        int full = BAR * percent / 100;
        return terminal.sign("▕", "[")
                + terminal.sign("█", "#").repeat(full)
                + terminal.sign("░", "-").repeat(BAR - full)
                + terminal.sign("▏", "]");
    }

    /** Ends the line with what came of the work. */
    void finish(String result) {
        terminal.line(
                String.format(
                        "  %s %-9s %s  %s",
                        terminal.good(terminal.sign("✓", "+")),
                        title,
                        result,
                        terminal.dim(Texts.seconds(elapsed()))));
    }
}
