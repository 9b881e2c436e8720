package dev.pressline.local.process;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A built checkout: where the programs of the child processes lie. Immutable.
 *
 * @param root the checkout
 */
public record Installation(Path root) {

    private static final String HOME_PROPERTY = "pressline.home";

    /**
     * The system property with the directory where services are laid out as in their images: the
     * class path of each in a file, to be trained alone.
     */
    public static final String IMAGES_PROPERTY = "pressline.images";

    private static final Path LOCAL = Path.of("deploy", "local");
    private static final Path CHILD = LOCAL.resolve("child");
    private static final Path BROKER = LOCAL.resolve("broker");
    private static final Path STORE = LOCAL.resolve("store");

    /**
     * The checkout named by the system property {@code pressline.home}, else the one that this
     * class was built in. Throws {@link LaunchException} where neither leads to one.
     */
    public static Installation find() {
        String named = System.getProperty(HOME_PROPERTY);
        Path start = named == null ? ownLocation() : Path.of(named).toAbsolutePath();
        return Stream.iterate(start, p -> p != null, Path::getParent)
                .filter(p -> Files.isRegularFile(p.resolve(BROKER).resolve("pom.xml")))
                .findFirst()
                .map(Installation::new)
                .orElseThrow(
                        () ->
                                new LaunchException(
                                        "no Pressline checkout at or above "
                                                + start
                                                + ": set -D"
                                                + HOME_PROPERTY));
    }

    private static Path ownLocation() {
        try {
            return Path.of(
                    Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new LaunchException("the launcher's own location is no path", e);
        }
    }

    /** The broker. */
    public Program broker() {
        return program("broker", List.of(jar(BROKER)), jars(target(BROKER).resolve("lib")));
    }

    /** The store. */
    public Program store() {
        return program("store", List.of(jar(STORE)), jars(target(STORE).resolve("lib")));
    }

    /** A packaged service, such as {@code ingest-service}. */
    public Program service(String module) {
        return images().map(images -> inImage(images, module)).orElseGet(() -> packaged(module));
    }

    private static Optional<Path> images() {
        return Optional.ofNullable(System.getProperty(IMAGES_PROPERTY)).map(Path::of);
    }

    private Program inImage(Path images, String module) {
        try {
            String classPath = Files.readString(images.resolve(module + ".classpath"));
            return Program.alone(classPath, new AotCache(caches().resolve(module + ".aot")));
        } catch (IOException e) {
            throw new LaunchException(module + " is not laid out in " + images, e);
        }
    }

    private Program packaged(String module) {
        return program(Path.of(module).getFileName().toString(), classPath(module));
    }

    /**
     * The class path of a packaged service: its parts in the order in which the first that has a
     * class wins.
     */
    public List<Path> classPath(String module) {
        Path app = target(Path.of(module)).resolve("quarkus-app");
        return Stream.of(
                        List.of(
                                existing(app.resolve("quarkus/transformed-bytecode.jar")),
                                existing(app.resolve("quarkus/generated-bytecode.jar"))),
                        jars(app.resolve("app")),
                        jars(app.resolve("lib").resolve("boot")),
                        jars(app.resolve("lib").resolve("main")))
                .flatMap(List::stream)
                .toList();
    }

    /** The class path of the command line. */
    public List<Path> commandClassPath() {
        return Stream.of(List.of(jar(LOCAL)), jars(target(LOCAL).resolve("lib")))
                .flatMap(List::stream)
                .toList();
    }

    @SafeVarargs
    private Program program(String name, List<Path>... parts) {
        List<Path> classPath =
                Stream.concat(Stream.of(jar(CHILD)), Stream.of(parts).flatMap(List::stream))
                        .toList();
        AotCache cache = AotCache.of(caches(), name, classPath);
        return new Program(classPath, images().isEmpty() ? Optional.of(cache) : Optional.empty());
    }

    /** Where programs keep their classes for later starts. */
    public Path caches() {
        return images().orElseGet(() -> target(LOCAL)).resolve("aot");
    }

    /** The sample records that a first start imports. */
    public Path samples() {
        return existing(root.resolve("deploy").resolve("local").resolve("samples"));
    }

    private Path jar(Path module) {
        return jars(target(module)).getFirst();
    }

    /** The jars in a directory, in an order that is the same each time. */
    private static List<Path> jars(Path directory) {
        try (Stream<Path> files = Files.list(existing(directory))) {
            List<Path> jars =
                    files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
            if (jars.isEmpty()) {
                throw missing(directory.resolve("*.jar"));
            }
            return jars;
        } catch (IOException e) {
            throw new LaunchException(directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Path target(Path module) {
        return root.resolve(module).resolve("target");
    }

    private static Path existing(Path path) {
        if (Files.exists(path)) {
            return path;
        }
        throw missing(path);
    }

    private static LaunchException missing(Path path) {
        return new LaunchException(path + " is missing: run ./mvnw -q -Dquick -DskipTests package");
    }
}
