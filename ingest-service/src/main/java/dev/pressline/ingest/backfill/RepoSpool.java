package dev.pressline.ingest.backfill;

import dev.pressline.atproto.repo.car.CarLimits;
import dev.pressline.atproto.repo.car.SpooledBlocks;
import dev.pressline.atproto.repo.spool.TemporaryFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Where repositories lie while they are read, one temporary file each. Thread-safe.
 *
 * @param directory made when missing
 * @param maxBytes the largest repository read as a CAR
 */
public record RepoSpool(Path directory, long maxBytes) {

    private static final String GLOB = "*" + TemporaryFile.ENDING;

    /** The blocks of a CAR, to be closed by the caller; throws as {@link SpooledBlocks} does. */
    public SpooledBlocks read(InputStream car) throws IOException {
        CarLimits limits = new CarLimits(maxBytes, CarLimits.REPO.block());
        return SpooledBlocks.read(car, limits, Files.createDirectories(directory));
    }

    /** Deletes the files that a killed process left before {@code then}. */
    public void sweep(Instant then) throws IOException {
        Files.createDirectories(directory);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, GLOB)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(then)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
