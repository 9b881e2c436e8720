package dev.pressline.local.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * What a running pipeline leaves in its data directory for the other commands: readable by its
 * owner only, since it holds the secrets. Immutable.
 *
 * @param launcherPid the process that runs the pipeline
 * @param addresses where everything is
 */
public record RunState(long launcherPid, Addresses addresses) {

    private static final String FILE = "state.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Writes the state of this process into a data directory, all at once. */
    public static void write(Path data, Addresses addresses) {
        RunState state = new RunState(ProcessHandle.current().pid(), addresses);
        try {
            Path draft =
                    Files.createTempFile(
                            data,
                            "state",
                            ".json",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            JSON.writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), state);
            Files.move(draft, data.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LaunchException("cannot write into " + data + ": " + e.getMessage(), e);
        }
    }

    /** The state of the pipeline that runs on a data directory; empty when none runs. */
    public static Optional<RunState> read(Path data) {
        try {
            RunState state = JSON.readValue(Files.readAllBytes(data.resolve(FILE)), RunState.class);
            return ProcessHandle.of(state.launcherPid).isPresent()
                    ? Optional.of(state)
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new LaunchException("cannot read " + data.resolve(FILE), e);
        }
    }

    /** Forgets the state when the pipeline has stopped. */
    public static void clear(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException e) {
            throw new LaunchException("cannot clean up " + data.resolve(FILE), e);
        }
    }
}
