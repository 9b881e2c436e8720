package dev.pressline.testing.endtoend;

import dev.pressline.local.process.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sees every connection that a process begins, at the system calls, where no code of the process
 * can be mistaken: by strace, where the machine has it.
 */
final class ConnectionRecorder implements AutoCloseable {

    private static final Patience START =
            new Patience(Duration.ofSeconds(30), Duration.ofMillis(50));

    /** A connection over TCP or UDP; what else there are connections to has no port. */
    private static final Pattern CONNECT =
            Pattern.compile(
                    "connect\\(.*sin6?_port=htons\\((\\d+)\\).*"
                            + "(?:inet_addr\\(|inet_pton\\(AF_INET6, )\"(?:::ffff:)?([^\"]+)\"");

    private final Process strace;
    private final Path calls;

    private ConnectionRecorder(Process strace, Path calls) {
        this.strace = strace;
        this.calls = calls;
    }

    /** The program, or empty where none is installed. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder).resolve("strace"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Looks at a running process from now on; what it sees is kept in {@code folder}. */
    static ConnectionRecorder attach(long pid, Path folder) throws IOException {
        Path calls = folder.resolve("connections-" + pid);
        Path said = folder.resolve("strace-" + pid);
        Process strace =
                new ProcessBuilder(
                                installed().orElseThrow().toString(),
                                "--follow-forks",
                                "--trace=connect",
                                "--output=" + calls,
                                "--attach=" + pid)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        START.await("strace", () -> isAttached(strace, said));
        return new ConnectionRecorder(strace, calls);
    }

    private static Optional<Boolean> isAttached(Process strace, Path said) {
        String text = read(said);
        if (!strace.isAlive()) {
            throw new IllegalStateException(text);
        }
        return text.contains("attached") ? Optional.of(true) : Optional.empty();
    }

    /** Where connections went, as {@code address:port}. */
    Set<String> connections() {
        return CONNECT.matcher(read(calls))
                .results()
                .map(found -> found.group(2) + ':' + found.group(1))
                .collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        strace.destroy();
    }
}
