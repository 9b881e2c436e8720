package dev.pressline.images;

import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Programs of this machine that are run to their end. Stateless. */
final class Tool {

    private Tool() {}

    /** A tool of the JDK that runs this. */
    static Path ofJdk(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    /** Runs one and returns what it says; throws {@link LaunchException} when it fails. */
    static String run(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new LaunchException(String.join(" ", List.of(words)) + " failed:\n" + said);
        }
        return said;
    }
}
