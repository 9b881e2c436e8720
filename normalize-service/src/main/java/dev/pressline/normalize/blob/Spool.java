package dev.pressline.normalize.blob;

import dev.pressline.kit.failure.InfrastructureException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A temporary file that takes one blob in; gone when closed. Failures of the disk are {@link
 * InfrastructureException}s. Not thread-safe.
 */
final class Spool implements AutoCloseable {

    private final Path file;
    private final OutputStream sink;

    Spool(Path file, OutputStream sink) {
        this.file = file;
        this.sink = sink;
    }

    /** Where the bytes go. */
    OutputStream sink() {
        return sink;
    }

    /** The file with everything that was written; no more can be. */
    Path finished() {
        try {
            sink.close();
            return file;
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /** The first bytes of the finished file, at most {@code count}. */
    byte[] head(int count) {
        try (InputStream in = Files.newInputStream(finished())) {
            return in.readNBytes(count);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /** The size of the finished file in bytes. */
    long size() {
        try {
            return Files.size(finished());
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    static InfrastructureException failed(Path path, IOException e) {
        return new InfrastructureException("cannot spool a blob to " + path + ": " + e, e);
    }

    @Override
    public void close() {
        try {
            sink.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }
}
