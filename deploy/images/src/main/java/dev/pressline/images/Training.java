package dev.pressline.images;

import static java.util.stream.Collectors.joining;

import dev.pressline.local.cli.Pressline;
import dev.pressline.local.process.Directories;
import dev.pressline.local.process.Installation;
import dev.pressline.local.process.LaunchException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/**
 * Has services do some of everything with the Java and the files of their images, and keep their
 * classes. The JVM compares names, sizes and times of the files, and not where they lie.
 */
final class Training {

    /** When every file of an image was changed, as Jib has it. */
    private static final FileTime CHANGED = FileTime.from(Instant.ofEpochSecond(1));

    private final Installation installation;
    private final LinkedJava java;
    private final Path directory;

    /** One that lays services out in a directory, which is emptied before. */
    Training(Installation installation, LinkedJava java, Path directory) {
        this.installation = installation;
        this.java = java;
        this.directory = directory;
    }

    /** Trains them all, for a minute or two. */
    void run(List<Content> services) throws IOException, InterruptedException {
        Directories.delete(directory);
        for (Content service : services) {
            layOut(service);
        }
        List<String> words =
                List.of(
                        java.program().toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dpressline.home=" + installation.root(),
                        "-D" + Installation.IMAGES_PROPERTY + '=' + directory,
                        "-cp",
                        joined(installation.commandClassPath()),
                        Pressline.class.getName(),
                        "train");
        if (new ProcessBuilder(words).inheritIO().start().waitFor() != 0) {
            throw new LaunchException("the training failed");
        }
    }

    /** What a service has learnt. */
    Path cache(Content service) {
        return directory.resolve("aot").resolve(service.name() + ".aot");
    }

    private void layOut(Content service) throws IOException {
        Bill bill = Bill.read(service.bill());
        Path root = directory.resolve(service.name());
        for (Path jar : service.classPath()) {
            Path copy = root.resolve(Layout.jar(jar, bill).substring(1));
            Files.createDirectories(copy.getParent());
            Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(copy, CHANGED);
        }
        List<Path> classPath =
                service.classPath().stream()
                        .map(jar -> root.resolve(Layout.jar(jar, bill).substring(1)))
                        .toList();
        Files.writeString(directory.resolve(service.name() + ".classpath"), joined(classPath));
    }

    private static String joined(List<Path> classPath) {
        return classPath.stream().map(Path::toString).collect(joining(File.pathSeparator));
    }
}
