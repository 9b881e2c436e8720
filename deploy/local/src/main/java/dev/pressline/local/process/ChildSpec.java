package dev.pressline.local.process;

import java.nio.file.Path;
import java.util.Map;

/**
 * A child process to start. Immutable.
 *
 * @param name what people call it
 * @param command its command line
 * @param environment what its environment has besides ours; the place for secrets
 * @param files the directory for its log and its temporary files
 */
public record ChildSpec(
        String name, JavaCommand command, Map<String, String> environment, Path files) {

    /** Where everything goes that it prints. */
    public Path log() {
        return files.resolve("logs").resolve(name + ".log");
    }

    /** Where its temporary files go. */
    public Path temporary() {
        return files.resolve("tmp").resolve(name);
    }
}
