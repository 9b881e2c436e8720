package dev.pressline.testing.faults.rig;

import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A clock on the wall that goes right until it is put off, for processes that are started under it:
 * by libfaketime, where the machine has that. How fast time passes, and so every wait, stays as it
 * is. Not thread-safe.
 */
public final class FalseClock {

    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final Path LIBRARY = Path.of("faketime", "libfaketimeMT.so.1");

    private final Path offset;

    private FalseClock(Path offset) {
        this.offset = offset;
    }

    /** Whether there can be one here. */
    public static boolean isPossible() {
        return library().isPresent();
    }

    /** A clock that is right; what it shows is kept in {@code directory}. */
    static FalseClock right(Path directory) {
        FalseClock clock = new FalseClock(directory.resolve("clock"));
        clock.off(Duration.ZERO);
        return clock;
    }

    /** Has it go wrong by so much, or right again: within two seconds everywhere. */
    public void off(Duration by) {
        try {
            Files.writeString(offset, "%+d%n".formatted(by.toSeconds()));
        } catch (IOException e) {
            throw new LaunchException("a clock cannot be put off", e);
        }
    }

    /**
     * The variables of a process that goes by it. Of the two about monotonic time the first leaves
     * it right, and the second has waits by it end when they should, not at once.
     */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library().orElseThrow().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    private static Optional<Path> library() {
        try (Stream<Path> architectures = Files.list(LIBRARIES)) {
            return architectures
                    .map(each -> each.resolve(LIBRARY))
                    .filter(Files::exists)
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
