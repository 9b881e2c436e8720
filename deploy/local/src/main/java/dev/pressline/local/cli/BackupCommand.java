package dev.pressline.local.cli;

import dev.pressline.local.backup.Backup;
import dev.pressline.local.backup.BackupManifest;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Saves what cannot be made anew, or puts it back. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Saves what cannot be made anew, of brokers and store, into an empty directory.",
            "Services go on meanwhile.",
            "Takes the store from the environment variables that the services read, if they are set,",
            "and that of the local pipeline otherwise."
        })
final class BackupCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final StoreEnvironment environment;

    @Mixin private KafkaOption kafka = new KafkaOption();

    @Parameters(paramLabel = "DIR", description = "Where to.")
    private Path directory = Path.of("");

    BackupCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = new StoreEnvironment(environment);
    }

    @Override
    public Integer call() {
        Backup backup = new Backup(kafka.access(), environment.accessOr(kafka.data()));
        show(terminal, backup.save(directory));
        return ExitCodes.OK;
    }

    static void show(Terminal terminal, BackupManifest manifest) {
        manifest.records().forEach((topic, records) -> row(terminal, topic, records));
        row(terminal, "objects", manifest.objects());
    }

    private static void row(Terminal terminal, String name, long number) {
        terminal.line(String.format("  %-40s %12s", name, Texts.count(number)));
    }
}
