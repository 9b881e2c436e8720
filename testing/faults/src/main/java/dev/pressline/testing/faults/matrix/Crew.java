package dev.pressline.testing.faults.matrix;

import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Tool;
import dev.pressline.testing.faults.Faults;
import dev.pressline.testing.faults.rig.OwnNamespaces;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Processes like this one, side by side, each in a network of its own. Immutable.
 *
 * @param size how many
 */
record Crew(int size) {

    /** So many; throws {@link LaunchException} where they would share a network. */
    static Crew of(int size) {
        if (!OwnNamespaces.isPossible()) {
            throw new LaunchException(
                    "--workers needs the right to make networks: be root, with unshare and ip"
                            + " installed, or have one worker");
        }
        return new Crew(size);
    }

    /** Starts all, each with words of its own, and waits until all have ended. */
    void run(IntFunction<List<String>> words) {
        List<Process> processes =
                IntStream.range(0, size).mapToObj(each -> start(words.apply(each))).toList();
        Thread end = new Thread(() -> processes.forEach(Process::destroy));
        Runtime.getRuntime().addShutdownHook(end);
        processes.forEach(Crew::await);
        Runtime.getRuntime().removeShutdownHook(end);
    }

    private static Process start(List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Tool.ofJdk("java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Faults.class.getName()));
        command.addAll(words);
        try {
            return new ProcessBuilder(OwnNamespaces.around(command)).inheritIO().start();
        } catch (IOException e) {
            throw new LaunchException("a worker cannot be started", e);
        }
    }

    private static void await(Process process) {
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new LaunchException("a worker has ended with " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while workers work", e);
        }
    }
}
