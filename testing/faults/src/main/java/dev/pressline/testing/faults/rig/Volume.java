package dev.pressline.testing.faults.rig;

import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Tool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a store keeps its objects: an ordinary directory, or a disk of its own that is so small
 * that it can be filled, a mounted tmpfs, for which one has to be root. Not thread-safe.
 */
public final class Volume implements AutoCloseable {

    private static final int MEBIBYTES = 192;
    private static final byte[] BLOCK = new byte[1 << 16];

    private final Path directory;
    private final Path filler;
    private boolean mounted;

    private Volume(Path directory) {
        this.directory = directory;
        this.filler = directory.resolve("filler");
    }

    /** An ordinary directory, which takes any load. */
    static Volume ordinary(Path directory) throws IOException {
        return new Volume(Files.createDirectories(directory));
    }

    /** A small disk, or an ordinary directory where nothing can be mounted. */
    static Volume small(Path directory) throws IOException {
        Volume volume = ordinary(directory);
        String size = "size=" + MEBIBYTES + 'm';
        volume.mounted =
                Tool.succeeds(
                        List.of("mount", "-t", "tmpfs", "-o", size, "tmpfs", directory.toString()));
        return volume;
    }

    /** Whether this process may mount, so that volumes can be filled. */
    public static boolean isPossible() {
        try {
            Path trial = Files.createTempDirectory("pressline-volume-");
            try (Volume volume = small(trial)) {
                return volume.mounted;
            } finally {
                Files.delete(trial);
            }
        } catch (IOException e) {
            return false;
        }
    }

    Path directory() {
        return directory;
    }

    /** Fills it to the last byte. */
    public void fill() {
        if (!mounted) {
            throw new IllegalStateException(directory + " is on a disk that cannot be filled");
        }
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(BLOCK);
            }
        } catch (FileSystemException e) {
            throw new LaunchException(filler + " cannot be written", e);
        } catch (IOException full) {
            requireFull(full);
        }
    }

    private static void requireFull(IOException full) {
        if (!String.valueOf(full.getMessage()).contains("No space left")) {
            throw new LaunchException("the disk is not full", full);
        }
    }

    /** Takes away what fills it. */
    public void free() {
        try {
            Files.delete(filler);
        } catch (IOException e) {
            throw new LaunchException(filler + " cannot be deleted", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (mounted) {
            mounted = false;
            Tool.succeeds(List.of("umount", "--lazy", directory.toString()));
        }
    }
}
