package dev.pressline.local.cli;

import dev.pressline.local.deadletter.DeadLetter;
import dev.pressline.local.deadletter.DeadLetterDesk;
import dev.pressline.local.deadletter.Handling;
import dev.pressline.local.deadletter.LetterSender;
import dev.pressline.local.deadletter.Selection;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the records that can never succeed, and does something about them. */
@Command(
        name = "dlq",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the records that can never succeed, and why; replays or discards them.",
            "What was done is noted, so that doing it again does nothing."
        })
final class DlqCommand implements Callable<Integer> {

    private static final String DRY_RUN = "Says what would be done, and does nothing.";
    private static final String ALL = "All of them, where nothing says which.";

    private final Terminal terminal;

    @Mixin private KafkaOption kafka = new KafkaOption();

    @Spec private CommandSpec spec = CommandSpec.create();

    DlqCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return list(new SelectionOption());
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Counts by queue and reason what waits for somebody.")
    int list(@Mixin SelectionOption which) {
        LetterCounts counts = new LetterCounts();
        DeadLetterDesk.open(kafka.access(), which.generation())
                .visit(which.selection(), counts::add);
        counts.lines().forEach(terminal::line);
        return ExitCodes.OK;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows single records.")
    int show(
            @Mixin SelectionOption which,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "How many at most; ${DEFAULT-VALUE} by default.")
                    int limit,
            @Option(names = "--handled", description = "Also those that are done with.")
                    boolean isHandledShown) {
        LetterText text = new LetterText(terminal, limit);
        DeadLetterDesk.open(kafka.access(), which.generation())
                .visit(
                        which.selection(),
                        (letter, handling) -> {
                            if (handling.isEmpty() || isHandledShown) {
                                text.show(letter, handling);
                            }
                        });
        text.end();
        return ExitCodes.OK;
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = {
                "Sends records to their topics again, with their own headers.",
                "A job is left out when a later one of the same page has come."
            })
    int replay(
            @Mixin SelectionOption which,
            @Option(names = "--dry-run", description = DRY_RUN) boolean isDryRun,
            @Option(names = "--all", description = ALL) boolean isAll) {
        DeadLetterDesk desk = DeadLetterDesk.open(kafka.access(), which.generation());
        return handle(desk, chosen(which, isAll), isDryRun, desk::replaying);
    }

    @Command(
            name = "discard",
            mixinStandardHelpOptions = true,
            description = "Puts records aside for good; they stay readable.")
    int discard(
            @Mixin SelectionOption which,
            @Option(names = "--dry-run", description = DRY_RUN) boolean isDryRun,
            @Option(names = "--all", description = ALL) boolean isAll) {
        DeadLetterDesk desk = DeadLetterDesk.open(kafka.access(), which.generation());
        Selection selection = chosen(which, isAll);
        return handle(desk, selection, isDryRun, letter -> Optional.of(Handling.DISCARDED));
    }

    private Selection chosen(SelectionOption which, boolean isAll) {
        Selection selection = which.selection();
        if (selection.isEverything() && !isAll) {
            throw new ParameterException(
                    spec.commandLine(),
                    "say which records: --queue, --reason, --key, --service-version, or --all");
        }
        return selection;
    }

    private int handle(
            DeadLetterDesk desk,
            Selection selection,
            boolean isDryRun,
            Function<DeadLetter, Optional<Handling>> decision) {
        LetterWork work = new LetterWork(terminal, isDryRun);
        try (LetterSender sender = new LetterSender(kafka.access())) {
            desk.visit(
                    selection,
                    (letter, done) -> {
                        if (done.isEmpty()) {
                            Optional<Handling> next = decision.apply(letter);
                            work.add(letter, next);
                            next.filter(handling -> !isDryRun)
                                    .ifPresent(handling -> sender.handle(letter, handling));
                        }
                    });
            sender.flush();
        }
        work.end();
        return ExitCodes.OK;
    }
}
