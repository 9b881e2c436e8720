package dev.pressline.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a child JVM: this JVM's own {@code java}, a small heap, and {@code ChildMain}
 * around the main class. Immutable.
 *
 * @param classPath the class path, which begins with {@code ChildMain}'s
 * @param mainClass what {@code ChildMain} runs
 * @param heapMebibytes the largest heap, in MiB
 * @param jit how far the compiler may go
 * @param arguments the arguments of the main class
 */
public record JavaCommand(
        String classPath, String mainClass, int heapMebibytes, Jit jit, List<String> arguments) {

    private static final String CHILD_MAIN = "dev.pressline.local.child.ChildMain";
    private static final int FIRST_WITH_UNSAFE_FLAG = 23;

    /** The heap follows what lives in it, instead of growing to its limit and staying there. */
    private static final List<String> FRUGAL =
            List.of("-Xmn32m", "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40");

    /** How far the just-in-time compiler goes. */
    public enum Jit {
        /** Quick to start; for processes that mostly move bytes. */
        C1,
        /** Everything; for processes that compute. */
        FULL
    }

    /** The words of the command; temporary files go to {@code temporary}. */
    public List<String> words(Path temporary) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Xmx" + heapMebibytes + "m");
        words.add("-XX:+UseSerialGC");
        words.addAll(FRUGAL);
        words.add("-XX:+ExitOnOutOfMemoryError");
        if (jit == Jit.C1) {
            words.add("-XX:TieredStopAtLevel=1");
        }
        words.add("--enable-native-access=ALL-UNNAMED");
        words.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        if (Runtime.version().feature() >= FIRST_WITH_UNSAFE_FLAG) {
            words.add("--sun-misc-unsafe-memory-access=allow");
        }
        words.add("-Djava.io.tmpdir=" + temporary);
        words.addAll(List.of("-cp", classPath, CHILD_MAIN, mainClass));
        words.addAll(arguments);
        return List.copyOf(words);
    }
}
