package dev.pressline.testing.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * A file of host names for JVMs, in which names lead to this machine in one millisecond and inside
 * in the next, until it is closed. A JVM reads it at each lookup, given {@link #options()}.
 */
final class ChangingNames implements AutoCloseable {

    private static final List<String> ADDRESSES = List.of("127.0.0.1", "10.0.0.1");
    private static final long NANOS = 1_000_000;

    private final Path file;
    private final String fixed;
    private final List<String> names;
    private final Thread thread;
    private volatile boolean closed;

    private ChangingNames(Path folder, String fixed, List<String> names) {
        this.file = folder.resolve("hosts");
        this.fixed = fixed;
        this.names = names;
        this.thread = Thread.ofPlatform().daemon().name("changing-names").unstarted(this::change);
    }

    /**
     * Begins to change.
     *
     * @param fixed lines of names that stay
     */
    static ChangingNames start(Path folder, String fixed, List<String> names) throws IOException {
        ChangingNames started = new ChangingNames(folder, fixed, names);
        started.write(ADDRESSES.getFirst());
        started.thread.start();
        return started;
    }

    /** What makes a JVM read the file, and keep nothing of it. */
    String options() {
        return "-Djdk.net.hosts.file="
                + file
                + " -Dsun.net.inetaddr.ttl=0 -Dsun.net.inetaddr.negative.ttl=0";
    }

    private void change() {
        try {
            while (!closed) {
                for (String address : ADDRESSES) {
                    write(address);
                    LockSupport.parkNanos(NANOS);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String address) throws IOException {
        Path next = file.resolveSibling("hosts.next");
        Files.writeString(
                next,
                names.stream()
                        .map(name -> address + ' ' + name + '\n')
                        .collect(Collectors.joining("", fixed, "")));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
