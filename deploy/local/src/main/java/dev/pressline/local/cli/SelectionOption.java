package dev.pressline.local.cli;

import dev.pressline.contract.event.Generation;
import dev.pressline.local.deadletter.Selection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which dead letters. */
final class SelectionOption {

    @Option(names = "--queue", paramLabel = "TOPIC", description = "Those of one queue.")
    private @Nullable String queue;

    @Option(names = "--reason", paramLabel = "REASON", description = "Those of one reason.")
    private @Nullable String reason;

    @Option(
            names = "--key",
            paramLabel = "TEXT",
            description = "Those whose key begins so: an AT-URI, or at:// and a DID.")
    private @Nullable String key;

    @Option(
            names = "--service-version",
            paramLabel = "VERSION",
            description = "Those of one version of the services.")
    private @Nullable String version;

    @Option(
            names = "--generation",
            paramLabel = "NAME",
            converter = GenerationCommand.Name.class,
            description = "Those of another generation than the first.")
    private Generation generation = Generation.FIRST;

    /** The generation whose dead letters these are. */
    Generation generation() {
        return generation;
    }

    Selection selection() {
        return new Selection(
                Optional.ofNullable(queue),
                Optional.ofNullable(reason),
                Optional.ofNullable(key),
                Optional.ofNullable(version));
    }
}
