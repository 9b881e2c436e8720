package dev.pressline.local.cli;

import dev.pressline.contract.event.Generation;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.local.generation.Generations;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.watch.KafkaAccess;
import dev.pressline.local.watch.PipelineProbe;
import dev.pressline.local.watch.Snapshot;
import dev.pressline.local.watch.Step;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Makes everything anew beside what readers get, and switches between the two. */
@Command(
        name = "generation",
        mixinStandardHelpOptions = true,
        description = {
            "Makes everything anew beside what readers get, and switches between the two.",
            "Takes the store from the environment variables that the services read, if they are set,",
            "and that of the local pipeline otherwise."
        })
final class GenerationCommand implements Callable<Integer> {

    private static final String DRY_RUN = "Says what would be done, and does nothing.";
    private static final String NAME = "Its name, [a-z0-9]{1,16}; the one without is 'first'.";

    private final Terminal terminal;
    private final StoreEnvironment environment;

    @Spec private CommandSpec spec = CommandSpec.create();

    GenerationCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = new StoreEnvironment(environment);
    }

    /** Reads a name. */
    static final class Name implements ITypeConverter<Generation> {
        @Override
        public Generation convert(String text) {
            try {
                return Generation.parse(text);
            } catch (InvalidIdentifierException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: list, create, switch or delete");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Says which there are, which one readers get, and how far each is.")
    int list(@Mixin KafkaOption kafka) {
        try (Generations generations = open(kafka)) {
            Generation served = generations.served();
            for (Generation each : generations.present()) {
                String sign = each.equals(served) ? "served  " : "        ";
                terminal.line(
                        String.format(
                                "  %-16s %s%s", each, sign, left(look(kafka.access(), each))));
            }
        }
        return ExitCodes.OK;
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = {
                "Makes the topics and buckets of a generation that are missing.",
                "Then start normalize and render with PRESSLINE_GENERATION=NAME."
            })
    int create(
            @Mixin KafkaOption kafka,
            @Parameters(paramLabel = "NAME", description = NAME, converter = Name.class)
                    Generation generation,
            @Option(names = "--dry-run", description = DRY_RUN) boolean isDryRun) {
        if (isDryRun) {
            generation.topics().forEach(topic -> terminal.line("  would make " + topic));
            return ExitCodes.OK;
        }
        try (Generations generations = open(kafka)) {
            long gone = generations.create(generation);
            terminal.line(
                    "  made "
                            + generation
                            + "; "
                            + Texts.count(gone, "page")
                            + " that are gone, known to it");
        }
        return ExitCodes.OK;
    }

    @Command(
            name = "switch",
            mixinStandardHelpOptions = true,
            description = {
                "Has readers get a generation, within a second or so.",
                "Refuses while it has more left to do than --lag."
            })
    int change(
            @Mixin KafkaOption kafka,
            @Parameters(paramLabel = "NAME", description = NAME, converter = Name.class)
                    Generation generation,
            @Option(
                            names = "--lag",
                            paramLabel = "N",
                            defaultValue = "0",
                            description = "How many records may be left; ${DEFAULT-VALUE} usually.")
                    long lag,
            @Option(names = "--force", description = "Whatever is left to do.") boolean isForced,
            @Option(names = "--dry-run", description = DRY_RUN) boolean isDryRun) {
        try (Generations generations = open(kafka)) {
            generations.require(generation);
            Snapshot now = look(kafka.access(), generation);
            terminal.line("  " + generation + ": " + left(now));
            if (now.remaining() > lag && !isForced) {
                throw new LaunchException(
                        generation + " has not caught up: wait, or allow it with --lag or --force");
            }
            Generation served = generations.served();
            if (!isDryRun) {
                generations.serve(generation);
            }
            String would = isDryRun ? "would get " : "get ";
            terminal.line("  readers " + would + generation + ", in place of " + served);
        }
        return ExitCodes.OK;
    }

    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = {
                "Takes away all that a generation has of its own: groups, topics, buckets.",
                "Stop its services first. Refuses the one that readers get."
            })
    int delete(
            @Mixin KafkaOption kafka,
            @Parameters(paramLabel = "NAME", description = NAME, converter = Name.class)
                    Generation generation,
            @Option(names = "--dry-run", description = DRY_RUN) boolean isDryRun) {
        try (Generations generations = open(kafka)) {
            generations.requireUnserved(generation);
            if (isDryRun) {
                generation.topics().forEach(topic -> terminal.line("  would delete " + topic));
                return ExitCodes.OK;
            }
            generations.delete(generation);
            terminal.line("  deleted " + generation);
        }
        return ExitCodes.OK;
    }

    private Generations open(KafkaOption kafka) {
        return new Generations(kafka.access(), environment.accessOr(kafka.data()));
    }

    private static Snapshot look(KafkaAccess kafka, Generation generation) {
        try (PipelineProbe probe = new PipelineProbe(kafka, Map.of(), generation)) {
            return probe.look();
        }
    }

    private static String left(Snapshot now) {
        return now.remaining() == 0
                ? "up to date"
                : Arrays.stream(Step.values())
                        .map(step -> left(now, step))
                        .collect(Collectors.joining(", "));
    }

    private static String left(Snapshot now, Step step) {
        return step.group() + ' ' + Texts.count(now.lags().getOrDefault(step, 0L)) + " behind";
    }
}
