package dev.pressline.images;

import com.google.cloud.tools.jib.api.buildplan.Platform;
import dev.pressline.local.process.Installation;
import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The command line: images of what is built, as files or in a registry. Exit codes: 0 done, 1 no
 * images, 64 a command line that makes no sense.
 */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = {
            "Makes images of the services and of the command, without a container engine.",
            "What is packaged gives the same bytes each time, but for what a training writes."
        })
public final class BuildImages implements Callable<Integer> {

    private static final int USAGE = 64;

    private final Map<String, String> environment;

    @Option(
            names = "--java",
            paramLabel = "linked|base",
            description = {
                "linked, which is the default: a Java of their own, from this JDK, for this platform.",
                "base: that of the base, for several platforms, and without a training."
            })
    private JavaSource java = JavaSource.LINKED;

    @Option(
            names = "--base",
            paramLabel = "NAME@sha256:…|scratch",
            description = {
                "What they are built on; an image without a shell by default.",
                "scratch: nothing but the C library of this machine."
            })
    private @Nullable String base;

    @Option(
            names = "--no-training",
            description =
                    "Services learn nothing beforehand, and need three times as long to start.")
    private boolean untrained;

    @Option(
            names = "--platform",
            paramLabel = "OS/ARCHITECTURE",
            split = ",",
            description =
                    "For which, with the Java of the base; linux/amd64,linux/arm64 by default.")
    private List<String> platforms = List.of("linux/amd64", "linux/arm64");

    @Option(
            names = "--out",
            paramLabel = "DIRECTORY",
            description = "Where files go; deploy/images/target/images by default.")
    private @Nullable Path out;

    @Option(
            names = "--push",
            paramLabel = "REGISTRY",
            description = "A registry, such as registry.example/team, in place of files.")
    private @Nullable String registry;

    @Option(names = "--tag", description = "The tag; the version of the project by default.")
    private @Nullable String tag;

    @Option(names = "--source", paramLabel = "URL", description = "Where the sources are.")
    private @Nullable String source;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "ingest-service, normalize-service, render-service or command.")
    private List<String> only = List.of();

    private BuildImages(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Runs it and exits with its code. */
    public static void main(String[] args) {
        System.exit(commandLine(System.getenv()).execute(args));
    }

    /** The command, reading an environment. */
    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new BuildImages(environment))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> explain(failure, command))
                .setParameterExceptionHandler((failure, arguments) -> misused(failure));
    }

    private static int explain(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof LaunchException) {
            command.getErr().println("build: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    private static int misused(CommandLine.ParameterException failure) {
        failure.getCommandLine().getErr().println("build: " + failure.getMessage());
        return USAGE;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = Installation.find();
        List<Content> contents = contents(installation);
        Workshop workshop =
                new Workshop(
                        installation,
                        release(Bill.read(contents.getFirst().bill())),
                        base == null ? Base.usual(java) : Base.parse(base),
                        directory(installation));
        Ground ground =
                switch (java) {
                    case LINKED -> workshop.linked(!untrained);
                    case BASE -> workshop.onBase(platforms.stream().map(this::platform).toList());
                };
        List<Made> made = new ArrayList<>();
        for (Content content : contents) {
            made.addAll(make(workshop, content, ground));
        }
        made.forEach(each -> System.out.println(each.line()));
        if (registry != null) {
            Files.writeString(workshop.directory().resolve("digests.yaml"), Made.values(made));
        }
        return CommandLine.ExitCode.OK;
    }

    private List<Content> contents(Installation installation) {
        List<Content> all = Content.all(installation);
        List<String> names = all.stream().map(Content::name).toList();
        if (!names.containsAll(only)) {
            throw new LaunchException("there are " + names + ", and not " + only);
        }
        return all.stream().filter(it -> only.isEmpty() || only.contains(it.name())).toList();
    }

    private List<Made> make(Workshop workshop, Content content, Ground ground) throws IOException {
        return registry == null
                ? workshop.write(content, ground)
                : List.of(workshop.push(content, ground, registry));
    }

    private Path directory(Installation installation) throws IOException {
        Path directory =
                out == null ? installation.root().resolve("deploy/images/target/images") : out;
        return Files.createDirectories(directory.toAbsolutePath());
    }

    /** The commit and its time come from whoever knows them; {@code build} asks git. */
    private Release release(Bill bill) {
        return new Release(
                tag == null ? bill.version() : tag,
                environment.getOrDefault("PRESSLINE_REVISION", "unknown"),
                Instant.ofEpochSecond(
                        Long.parseLong(environment.getOrDefault("SOURCE_DATE_EPOCH", "0"))),
                Optional.ofNullable(source));
    }

    private Platform platform(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new LaunchException("no platform: " + text);
        }
        return new Platform(parts[1], parts[0]);
    }
}
