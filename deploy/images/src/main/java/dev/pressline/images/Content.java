package dev.pressline.images;

import dev.pressline.local.cli.Pressline;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.pipeline.ServiceCommand;
import dev.pressline.local.process.Installation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one image is there to run. Immutable.
 *
 * @param name what the image is called, below {@value Layout#REPOSITORY}
 * @param title what people call it
 * @param service which service it is; empty for the command
 * @param mainClass what is run
 * @param classPath where its classes are, in their order
 * @param bill the bill of its materials
 */
public record Content(
        String name,
        String title,
        Optional<Service> service,
        String mainClass,
        List<Path> classPath,
        Path bill) {

    private static final String COMMAND = "command";

    /** All that images are made of, of a checkout that is built. */
    public static List<Content> all(Installation installation) {
        return Stream.concat(
                        Stream.of(Service.values()).map(service -> of(service, installation)),
                        Stream.of(command(installation)))
                .toList();
    }

    /** A service. */
    public static Content of(Service service, Installation installation) {
        String module = service.module();
        return new Content(
                module,
                "Pressline: " + service.title(),
                Optional.of(service),
                ServiceCommand.MAIN,
                installation.classPath(module),
                bill(installation.root().resolve(module), module));
    }

    private static Content command(Installation installation) {
        return new Content(
                COMMAND,
                "Pressline: the command",
                Optional.empty(),
                Pressline.class.getName(),
                installation.commandClassPath(),
                bill(installation.root().resolve("deploy/local"), "pressline-local"));
    }

    private static Path bill(Path module, String artifact) {
        return module.resolve("target").resolve(artifact + "-sbom.json");
    }

    /** Where it listens; nowhere for the command. */
    public List<Integer> ports() {
        return service.stream()
                .flatMap(it -> Stream.of(it.usualPort(), it.usualManagementPort()))
                .toList();
    }
}
