package dev.pressline.local.cli;

import dev.pressline.local.intake.RecordFiles;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.Pipeline;
import dev.pressline.local.pipeline.PipelineOptions;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.pipeline.ServiceAddress;
import dev.pressline.local.process.AotCache;
import dev.pressline.local.process.Directories;
import dev.pressline.local.process.Installation;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Ports;
import dev.pressline.local.process.ServiceHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Has a pipeline of its own do some of everything, and each of its programs keep its classes,
 * loaded and linked, for all later starts from this checkout.
 */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description =
                "Makes later starts of this build take half of the time; a minute or two, JDK 25.")
final class TrainCommand implements Callable<Integer> {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final List<String> PAGES =
            List.of("", "rss.xml", "atom.xml", "feed.json", "search?q=the", "sitemap.xml");

    private final Terminal terminal;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!AotCache.isSupported()) {
            terminal.line("  Nothing to do: it needs JDK 25 or newer.");
            return ExitCodes.OK;
        }
        Path caches = emptied(Installation.find().caches());
        AotCache.train();
        try (WorkDirectory work = WorkDirectory.create(caches);
                Running<Pipeline> running = start(work)) {
            Addresses addresses = running.children().addresses();
            List<Path> samples = RecordFiles.expand(List.of(Installation.find().samples()));
            Imports.run(addresses, samples, terminal);
            Drain.await(addresses, terminal, running::check);
            look(addresses);
            terminal.line("  Writing what was learnt");
        }
        return conclude(caches, trainees(Installation.find()));
    }

    /** Nothing of an earlier training may pass for what this one has written. */
    private static Path emptied(Path caches) throws IOException {
        Directories.delete(caches);
        return Files.createDirectories(caches);
    }

    private Running<Pipeline> start(WorkDirectory work) {
        terminal.line("");
        PipelineOptions options =
                new PipelineOptions(work.path(), Ports.FREE, Optional.empty(), Map.of());
        return Running.start(
                () -> Pipeline.start(options, new StartScreen(terminal)), terminal, work::close);
    }

    /** Asks as readers and operators do. */
    private static void look(Addresses addresses) throws IOException, InterruptedException {
        try (HttpClient client = ServiceHttp.client(CONNECT)) {
            URI site = addresses.of(Service.RENDER).http();
            for (String page : PAGES) {
                get(client, site.resolve("/" + page));
            }
            for (Service service : Service.values()) {
                ServiceAddress address = addresses.of(service);
                get(client, address.metrics());
                get(client, address.ready());
            }
        }
    }

    private static void get(HttpClient client, URI uri) throws IOException, InterruptedException {
        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
    }

    private static long trainees(Installation installation) {
        return Stream.concat(
                        Stream.of(installation.broker(), installation.store()),
                        Stream.of(Service.values())
                                .map(service -> installation.service(service.module())))
                .filter(program -> program.cache().isPresent())
                .count();
    }

    private int conclude(Path caches, long programs) throws IOException {
        try (Stream<Path> files = Files.list(caches)) {
            long written = files.filter(file -> file.toString().endsWith(".aot")).count();
            if (written < programs) {
                throw new LaunchException(
                        written + " of " + programs + " programs kept their classes in " + caches);
            }
            terminal.line("  " + Texts.count(written, "program") + " start faster now: " + caches);
            return ExitCodes.OK;
        }
    }
}
