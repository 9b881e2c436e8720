package dev.pressline.local.pipeline;

import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The directory of a pipeline's data, held by one launcher at a time: the lock ends with the
 * process, however that ends. Thread-safe.
 */
public final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final String SAMPLES_MARK = "samples-imported";

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Takes a directory, made when missing; throws {@link LaunchException} when it is taken. */
    public static DataDirectory take(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            FileChannel channel =
                    FileChannel.open(
                            absolute.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new LaunchException(
                        "another pipeline runs on "
                                + absolute
                                + ": use it, stop it, or choose another --data");
            }
            return new DataDirectory(absolute, channel);
        } catch (IOException e) {
            throw new LaunchException(absolute + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The absolute path. */
    public Path path() {
        return path;
    }

    /** Whether the samples were imported here before. */
    public boolean hasSamples() {
        return Files.exists(path.resolve(SAMPLES_MARK));
    }

    /** Remembers that the samples were imported. */
    public void markSamples() {
        try {
            Files.writeString(path.resolve(SAMPLES_MARK), "");
        } catch (IOException e) {
            throw new LaunchException("cannot write into " + path, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LaunchException("cannot let go of " + path, e);
        }
    }
}
