package dev.pressline.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Programs of this machine that are run to their end. Stateless. */
public final class Tool {

    private Tool() {}

    /** A tool of the JDK that runs this. */
    public static Path ofJdk(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    /** Runs one and returns what it says; throws {@link LaunchException} when it fails. */
    public static String run(String... words) {
        String command = String.join(" ", words);
        try {
            Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new LaunchException(command + " failed:\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new LaunchException(command + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while running " + command, e);
        }
    }

    /** Whether there is such a program here, and it runs to a good end. */
    public static boolean succeeds(List<String> words) {
        try {
            Process process =
                    new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
