package dev.pressline.local.process;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A built checkout: where the class paths of the child processes lie. Immutable.
 *
 * @param root the checkout
 */
public record Installation(Path root) {

    private static final String HOME_PROPERTY = "pressline.home";
    private static final Path CHILD = Path.of("deploy", "local", "child");
    private static final Path BROKER = Path.of("deploy", "local", "broker");
    private static final Path STORE = Path.of("deploy", "local", "store");

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

    /** The class path of the broker's process. */
    public String brokerClassPath() {
        return join(classes(CHILD), classes(BROKER), libraries(BROKER));
    }

    /** The class path of the store's process. */
    public String storeClassPath() {
        return join(classes(CHILD), classes(STORE), libraries(STORE));
    }

    /** The class path of a packaged service, such as {@code ingest-service}. */
    public String serviceClassPath(String module) {
        Path runner = target(Path.of(module)).resolve("quarkus-app").resolve("quarkus-run.jar");
        return join(classes(CHILD), existing(runner).toString());
    }

    /** The sample records that a first start imports. */
    public Path samples() {
        return existing(root.resolve("deploy").resolve("local").resolve("samples"));
    }

    private String classes(Path module) {
        return existing(target(module).resolve("classes")).toString();
    }

    private String libraries(Path module) {
        return existing(target(module).resolve("lib")) + File.separator + "*";
    }

    private Path target(Path module) {
        return root.resolve(module).resolve("target");
    }

    private static String join(String... entries) {
        return List.of(entries).stream().collect(Collectors.joining(File.pathSeparator));
    }

    private static Path existing(Path path) {
        if (Files.exists(path)) {
            return path;
        }
        throw new LaunchException(path + " is missing: run ./mvnw -q -Dquick -DskipTests package");
    }
}
