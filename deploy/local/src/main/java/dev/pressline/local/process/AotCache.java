package dev.pressline.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The classes of a program as an earlier run of it left them, loaded and linked (JEP 483, JEP 514):
 * a start with it takes half of the processor time. The JVM itself looks whether it fits its own
 * version and the class path, and starts without where it does not. Immutable.
 *
 * @param file where it is, or would be
 */
public record AotCache(Path file) {

    private static final int FIRST_IN_ONE_STEP = 25;
    private static final String TRAINING = "pressline.aot.training";

    /** A cache that does not fit is no news for who reads the log of a service. */
    private static final String SILENT = "-Xlog:aot*=off";

    private static final Duration WRITING = Duration.ofMinutes(2);

    /**
     * From now on JVMs that this one starts do not use their caches, but write them as they end.
     */
    public static void train() {
        System.setProperty(TRAINING, "true");
    }

    /** Whether this JVM can write caches and use them. */
    public static boolean isSupported() {
        return Runtime.version().feature() >= FIRST_IN_ONE_STEP;
    }

    private static boolean isTraining() {
        return isSupported() && Boolean.getBoolean(TRAINING);
    }

    /** How long a JVM may take to end that has so long for its own work. */
    static Duration grace(Duration own) {
        return isTraining() ? own.plus(WRITING) : own;
    }

    /** What the JVM has to be told; nothing where there is no cache. */
    List<String> options() {
        if (!isSupported()) {
            return List.of();
        }
        if (isTraining()) {
            return List.of("-XX:AOTCacheOutput=" + file, SILENT);
        }
        return Files.isRegularFile(file) ? use(file) : List.of();
    }

    /** What a JVM has to be told that is to use this cache, which is there. */
    public static List<String> use(Path file) {
        return List.of("-XX:AOTCache=" + file, SILENT);
    }
}
