package dev.pressline.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a child JVM: this JVM's own {@code java}, a small heap with four fifths of it
 * for what lives long (with two thirds a busy service soon fills them, and collects all of its heap
 * each time, 2.3 CPU-ms for each document of an import instead of 1.8), the quick compiler only
 * (over some thousand documents C2 costs more than it saves), what {@value #OPTIONS} in the
 * environment adds, and {@code ChildMain} around the main class. Immutable.
 *
 * @param program its classes
 * @param mainClass what {@code ChildMain} runs
 * @param heapMebibytes the largest heap, in MiB
 * @param arguments the arguments of the main class
 */
public record JavaCommand(
        Program program, String mainClass, int heapMebibytes, List<String> arguments) {

    /** The variable with further options of each JVM, split at blanks; they win over ours. */
    static final String OPTIONS = "PRESSLINE_JAVA_OPTIONS";

    /** More than the lanes of all loops of a service. */
    private static final int CARRIERS = 32;

    private static final String CHILD_MAIN = "dev.pressline.local.child.ChildMain";
    private static final int FIRST_WITH_UNSAFE_FLAG = 23;

    /** The words of the command; temporary files go to {@code temporary}. */
    public List<String> words(Path temporary) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Xmx" + heapMebibytes + "m");
        words.add("-XX:+UseSerialGC");
        words.add("-XX:NewRatio=4");
        words.add("-XX:+ExitOnOutOfMemoryError");
        words.add("-XX:TieredStopAtLevel=1");
        words.addAll(required());
        words.add("-Djava.io.tmpdir=" + temporary);
        words.addAll(furtherOptions());
        words.addAll(program.options());
        if (!program.alone()) {
            words.add(CHILD_MAIN);
        }
        words.add(mainClass);
        words.addAll(arguments);
        return List.copyOf(words);
    }

    /**
     * What every JVM of ours needs, as options: what libraries reach for in the JDK, and more
     * carriers than virtual threads that may wait while they load or initialize a class.
     */
    public static List<String> required() {
        List<String> words = new ArrayList<>();
        words.add("-Djdk.virtualThreadScheduler.parallelism=" + CARRIERS);
        words.add("--enable-native-access=ALL-UNNAMED");
        words.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        if (Runtime.version().feature() >= FIRST_WITH_UNSAFE_FLAG) {
            words.add("--sun-misc-unsafe-memory-access=allow");
        }
        return List.copyOf(words);
    }

    private static List<String> furtherOptions() {
        String options = System.getenv().getOrDefault(OPTIONS, "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }
}
