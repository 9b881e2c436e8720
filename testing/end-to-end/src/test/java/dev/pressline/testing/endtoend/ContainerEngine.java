package dev.pressline.testing.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Podman or Docker, as a command. Immutable.
 *
 * @param program the command
 * @param environment what it has to be told in variables
 */
record ContainerEngine(Path program, Map<String, String> environment) {

    /** The first that answers; what has to be written for it goes to a directory. */
    static Optional<ContainerEngine> find(Path directory) throws IOException, InterruptedException {
        for (String name : List.of("podman", "docker")) {
            Optional<Path> program = installed(name);
            if (program.isPresent()) {
                ContainerEngine engine =
                        new ContainerEngine(program.get(), settings(name, directory));
                if (engine.answers()) {
                    return Optional.of(engine);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> installed(String name) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Podman's usual runtime does not know every way to lay out cgroups; runc does. */
    private static Map<String, String> settings(String name, Path directory) throws IOException {
        boolean own =
                name.equals("podman")
                        && !System.getenv().containsKey("CONTAINERS_CONF")
                        && installed("runc").isPresent();
        if (!own) {
            return Map.of();
        }
        Path file = directory.resolve("containers.conf");
        Files.writeString(
                file,
                """
                [containers]
                default_ulimits = ["nofile=4096:8192", "nproc=8192:16384"]
                [engine]
                runtime = "runc"
                """);
        return Map.of("CONTAINERS_CONF", file.toString());
    }

    private boolean answers() throws InterruptedException {
        try {
            return start(Map.of(), List.of("info")).waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether it is Podman, which has temporary directories that are not asked for. */
    boolean isPodman() {
        return program.endsWith("podman");
    }

    /** Runs it and returns what it prints; throws where it fails. */
    String run(String... words) throws IOException, InterruptedException {
        return run(Map.of(), List.of(words));
    }

    /** The same with variables, which no list of processes shows. */
    String run(Map<String, String> variables, List<String> words)
            throws IOException, InterruptedException {
        Process process = start(variables, words);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", words) + ": " + said);
        }
        return said.strip();
    }

    private Process start(Map<String, String> variables, List<String> words) throws IOException {
        List<String> all = new ArrayList<>(List.of(program.toString()));
        all.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
        Map<String, String> added = new HashMap<>(environment);
        added.putAll(variables);
        builder.environment().putAll(added);
        return builder.start();
    }
}
