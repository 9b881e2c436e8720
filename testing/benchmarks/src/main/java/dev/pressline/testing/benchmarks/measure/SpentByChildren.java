package dev.pressline.testing.benchmarks.measure;

import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The processor time of processes that this one started and that have ended. Stateless. */
public final class SpentByChildren {

    private static final Path STAT = Path.of("/proc/self/stat");
    private static final int USER = 13;
    private static final int SYSTEM = 14;
    private static final int MILLIS_PER_TICK = 10;

    private SpentByChildren() {}

    /** All of it so far, in steps of 10 ms; throws {@link LaunchException} where nobody says it. */
    public static Duration soFar() {
        try {
            return of(Files.readString(STAT));
        } catch (IOException e) {
            throw new LaunchException("no processor time is known here: " + STAT, e);
        }
    }

    /** The fields {@code cutime} and {@code cstime}, which follow a name that may hold anything. */
    static Duration of(String stat) {
        String[] behindName = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        long ticks = Long.parseLong(behindName[USER]) + Long.parseLong(behindName[SYSTEM]);
        return Duration.ofMillis(ticks * MILLIS_PER_TICK);
    }
}
