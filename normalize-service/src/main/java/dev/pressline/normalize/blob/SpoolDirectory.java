package dev.pressline.normalize.blob;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Where blobs lie while they are fetched, in files that only this user can read. As many at once as
 * fetches run, none longer than its fetch. Failures of the disk are {@link
 * dev.pressline.kit.failure.InfrastructureException}s. Immutable.
 *
 * @param path the directory, made when missing
 */
public record SpoolDirectory(Path path) {

    private static final String PREFIX = "blob-";

    /** A new, empty file. */
    public Spool open() {
        try {
            Path file = Files.createTempFile(Files.createDirectories(path), PREFIX, ".tmp");
            return new Spool(file, new BufferedOutputStream(Files.newOutputStream(file)));
        } catch (IOException e) {
            throw Spool.failed(path, e);
        }
    }

    /** Deletes the files that a killed process left before {@code then}. */
    public void sweep(Instant then) {
        if (!Files.isDirectory(path)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, PREFIX + "*.tmp")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(then)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw Spool.failed(path, e);
        }
    }
}
