package dev.pressline.local.cli;

import dev.pressline.local.backup.Backup;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts back what was saved. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Puts back what 'pressline backup' saved, into brokers whose raw topic is empty.",
            "Stop ingest first; the other services make everything else of it.",
            "Takes the store from the environment variables that the services read, if they are set,",
            "and that of the local pipeline otherwise."
        })
final class RestoreCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final StoreEnvironment environment;

    @Mixin private KafkaOption kafka = new KafkaOption();

    @Parameters(paramLabel = "DIR", description = "Where from.")
    private Path directory = Path.of("");

    RestoreCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = new StoreEnvironment(environment);
    }

    @Override
    public Integer call() {
        Backup backup = new Backup(kafka.access(), environment.accessOr(kafka.data()));
        BackupCommand.show(terminal, backup.restore(directory));
        return ExitCodes.OK;
    }
}
