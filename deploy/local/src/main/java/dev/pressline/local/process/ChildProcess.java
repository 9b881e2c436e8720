package dev.pressline.local.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A running child process. It lives no longer than this JVM, however that ends: it holds the other
 * end of a pipe from us. Thread-safe.
 */
public final class ChildProcess {

    private static final int TAIL_LINES = 12;
    private static final long TAIL_BYTES = 16 * 1024;

    /** What tells a child that its parent still lives and can wait: {@code ChildMain} knows it. */
    private static final int STOP = '.';

    private final String name;
    private final Path log;
    private final Process process;
    private final boolean alone;

    private ChildProcess(ChildSpec spec, Path log, Process process) {
        this.name = spec.name();
        this.log = log;
        this.process = process;
        this.alone = spec.command().program().alone();
    }

    /** Starts a child; the log of the run before is kept beside the new one. */
    public static ChildProcess start(ChildSpec spec) {
        try {
            Directories.delete(spec.temporary());
            Path temporary = Files.createDirectories(spec.temporary());
            Path log = rotated(spec.log());
            ProcessBuilder builder =
                    new ProcessBuilder(spec.command().words(temporary))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().putAll(spec.environment());
            return new ChildProcess(spec, log, builder.start());
        } catch (IOException e) {
            throw new LaunchException(spec.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    private static Path rotated(Path log) throws IOException {
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            Path previous = log.resolveSibling(log.getFileName() + ".1");
            Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it still runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /** With which code it has ended; empty while it runs. */
    public OptionalInt exitCode() {
        return alive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Throws {@link LaunchException} with the last lines of the log when the child has died. */
    public void requireAlive() {
        if (!alive()) {
            throw new LaunchException(
                    name + " ended with code " + process.exitValue() + '\n' + tail());
        }
    }

    /** Asks the child to finish and waits; one that takes longer than {@code grace} is killed. */
    public void stop(Duration grace) {
        try {
            askToFinish();
            if (!process.waitFor(AotCache.grace(grace).toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** One that runs alone hears signals only, as it does where it is deployed. */
    private void askToFinish() throws IOException {
        if (alone) {
            process.destroy();
            return;
        }
        try (OutputStream input = process.getOutputStream()) {
            input.write(STOP);
        }
    }

    /** Ends the child at once, as a crash would, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** The last lines of the log, for messages about a failure. */
    public String tail() {
        try (FileChannel channel = FileChannel.open(log)) {
            long start = Math.max(0, channel.size() - TAIL_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - start));
            channel.read(bytes, start);
            List<String> lines = new String(bytes.array(), StandardCharsets.UTF_8).lines().toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
            return "  last lines of " + log + ":\n    " + String.join("\n    ", last);
        } catch (IOException e) {
            return "  see " + log;
        }
    }
}
