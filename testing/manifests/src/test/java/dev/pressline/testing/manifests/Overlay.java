package dev.pressline.testing.manifests;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An overlay as Kustomize builds it, where {@code kubectl} is installed. Stateless. */
final class Overlay {

    private static final Pattern HASH = Pattern.compile("(pressline-[a-z-]*settings)-[a-z0-9]{10}");

    private static final Pattern KUSTOMIZE_5 =
            Pattern.compile("Kustomize Version: v([5-9]|[1-9][0-9])\\.");

    private Overlay() {}

    /** Where a {@code kubectl} is that knows components. */
    static Optional<Path> kubectl() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "kubectl"))
                .filter(Files::isExecutable)
                .filter(it -> KUSTOMIZE_5.matcher(run(it, "version", "--client")).find())
                .findFirst();
    }

    /** What an overlay of this name consists of. */
    static String build(Path kubectl, String name) {
        return build(kubectl, Deploy.kubernetes().resolve("overlays").resolve(name));
    }

    /** What the Kustomization in a directory consists of. */
    static String build(Path kubectl, Path directory) {
        return run(kubectl, "kustomize", directory.toString());
    }

    private static String run(Path kubectl, String... arguments) {
        List<String> command = new ArrayList<>(List.of(kubectl.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed");
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Without the hashes that Kustomize adds to names. */
    static String plain(String built) {
        return HASH.matcher(built).replaceAll("$1");
    }
}
