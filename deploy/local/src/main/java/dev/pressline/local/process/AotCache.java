package dev.pressline.local.process;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * The classes of a program as an earlier run of it left them, loaded and linked (JEP 483, JEP 514):
 * a start with it takes half of the processor time. The JVM itself looks whether it fits its own
 * version, and starts without where it does not. That jars have changed since is not seen before
 * JDK 25.0.4 (JDK-8377932): it runs what they held before. Immutable.
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
     * The cache of the program of this name as long as its jars stay what they are: their names,
     * sizes and times of modification are in the name of its file.
     */
    static AotCache of(Path directory, String name, List<Path> jars) {
        String stamps = jars.stream().map(AotCache::stamp).collect(joining("\n"));
        UUID build = UUID.nameUUIDFromBytes(stamps.getBytes(StandardCharsets.UTF_8));
        return new AotCache(directory.resolve(name + '-' + build + ".aot"));
    }

    private static String stamp(Path jar) {
        File file = jar.toFile();
        return file.getName() + ' ' + file.length() + ' ' + file.lastModified();
    }

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
