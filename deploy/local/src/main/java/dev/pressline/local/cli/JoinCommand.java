package dev.pressline.local.cli;

import dev.pressline.contract.event.Generation;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.DataDirectory;
import dev.pressline.local.pipeline.Joined;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.pipeline.ServiceAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one more replica of a service beside a running pipeline until it is stopped. */
@Command(
        name = "join",
        mixinStandardHelpOptions = true,
        description = {
            "Runs one more replica of a service beside a running pipeline, until Ctrl-C.",
            "It shares the work of the others, or makes another generation.",
            "Of another checkout it is of that version: two versions side by side.",
            "Settings are environment variables, as for 'pressline up'."
        })
final class JoinCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private DataOption data = new DataOption();

    @Parameters(
            paramLabel = "SERVICE",
            description = "Which: ${COMPLETION-CANDIDATES}, in any case.")
    private Service service = Service.NORMALIZE;

    @Option(
            names = "--generation",
            paramLabel = "NAME",
            converter = GenerationCommand.Name.class,
            description = "Of another generation than the first; see 'pressline generation'.")
    private Generation generation = Generation.FIRST;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = {
                "Under which it keeps its log and its state in DIR/joined;",
                "the service's, and the generation's, when there is none. One runs by a name."
            })
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "The base URL in feeds and links, as 'pressline up' was given it.")
    private Optional<String> publicUrl = Optional.empty();

    JoinCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Addresses pipeline = data.running().addresses();
        Path files = data.directory().resolve("joined").resolve(name.orElseGet(this::usualName));
        try (DataDirectory directory = DataDirectory.take(files);
                Running<Joined> running = start(pipeline, directory)) {
            show(running.children().address(), directory.path());
            running.awaitFailure();
            return ExitCodes.OK;
        }
    }

    private String usualName() {
        return generation.isFirst() ? service.title() : service.title() + '-' + generation.name();
    }

    private Running<Joined> start(Addresses pipeline, DataDirectory directory) {
        String url = publicUrl.orElse(pipeline.of(Service.RENDER).http().toString());
        return Running.start(
                () -> Joined.start(service, generation, pipeline, url, directory.path()),
                terminal,
                () -> {});
    }

    private void show(ServiceAddress address, Path files) {
        terminal.line("  " + terminal.bold(service.title()) + " is ready");
        row("Look", address.http() + ", " + address.metrics());
        row("Log", files.resolve("logs").toString());
        row("Stop", "Ctrl-C; it finishes what it holds");
    }

    private void row(String title, String text) {
        terminal.line(String.format("  %-7s %s", title, text));
    }
}
