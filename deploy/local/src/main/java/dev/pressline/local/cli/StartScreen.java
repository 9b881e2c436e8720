package dev.pressline.local.cli;

import dev.pressline.local.pipeline.StartListener;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows which part of a pipeline runs where, as it comes up. Thread-safe. */
final class StartScreen implements StartListener {

    private final Terminal terminal;
    private final Instant begin = Instant.now();
    private final Map<String, Instant> starting = new LinkedHashMap<>();

    StartScreen(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Time since the first part. */
    Duration elapsed() {
        return Duration.between(begin, Instant.now());
    }

    @Override
    public synchronized void starting(String part) {
        starting.put(part, Instant.now());
        showWaiting();
    }

    @Override
    public synchronized void ready(String part, String where) {
        Instant since = starting.remove(part);
        Duration took = since == null ? Duration.ZERO : Duration.between(since, Instant.now());
        terminal.line(
                String.format(
                        "  %s %-10s %-28s %s",
                        terminal.good(terminal.sign("✓", "+")),
                        part,
                        where,
                        terminal.dim(Texts.seconds(took))));
        showWaiting();
    }

    private void showWaiting() {
        if (!starting.isEmpty()) {
            terminal.transientLine(
                    "  "
                            + terminal.sign("…", ".")
                            + " starting "
                            + String.join(", ", starting.keySet()));
        }
    }
}
