package dev.pressline.local.cli;

import dev.pressline.local.watch.DeadLetter;
import dev.pressline.local.watch.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the records that can never succeed. */
@Command(
        name = "dlq",
        mixinStandardHelpOptions = true,
        description = "Shows the records that can never succeed, and why.")
final class DlqCommand implements Callable<Integer> {

    private static final int PREVIEW = 200;

    private final Terminal terminal;

    @Mixin private DataOption data = new DataOption();

    @Parameters(
            arity = "0..1",
            defaultValue = "list",
            paramLabel = "list|show",
            description = "Counts by reason, or each record; ${DEFAULT-VALUE} by default.")
    private View view = View.LIST;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many records to show; ${DEFAULT-VALUE} by default.")
    private int limit;

    /** What to show. */
    enum View {
        /** Counts by queue and reason. */
        LIST,
        /** Single records. */
        SHOW;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    DlqCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        DeadLetters letters = DeadLetters.read(data.running().addresses().bootstrapServers());
        if (letters.letters().isEmpty()) {
            terminal.line("  no dead letters");
            return ExitCodes.OK;
        }
        switch (view) {
            case LIST -> letters.reasonsByQueue().forEach(this::list);
            case SHOW -> letters.letters().stream().limit(limit).forEach(this::show);
        }
        return ExitCodes.OK;
    }

    private void list(String queue, Map<String, Long> reasons) {
        reasons.forEach(
                (reason, count) ->
                        terminal.line(
                                String.format(
                                        "  %-42s %-24s %8s", queue, reason, Texts.count(count))));
    }

    private void show(DeadLetter letter) {
        terminal.line(
                String.format(
                        "  %s@%d/%d  %s",
                        letter.queue(),
                        letter.partition(),
                        letter.offset(),
                        terminal.bad(letter.reason())));
        terminal.line("    key    " + Printable.of(letter.key(), PREVIEW));
        terminal.line("    cause  " + Printable.of(letter.cause(), PREVIEW));
        terminal.line("    value  " + value(letter));
    }

    private static String value(DeadLetter letter) {
        return letter.value()
                .map(
                        bytes ->
                                Texts.count(bytes.length, "byte")
                                        + "  "
                                        + Printable.of(
                                                new String(bytes, StandardCharsets.UTF_8), PREVIEW))
                .orElse("none: a delete");
    }
}
