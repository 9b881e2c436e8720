package dev.pressline.testing.benchmarks.blobs;

import dev.pressline.kit.store.Sha256;
import dev.pressline.normalize.blob.Spool;
import dev.pressline.normalize.blob.SpoolDirectory;
import dev.pressline.normalize.image.ImageLimits;
import dev.pressline.normalize.image.Serving;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;

/**
 * All that is done with a blob between its server and the store, on files in a directory. Not
 * thread-safe.
 */
final class BlobWork {

    /** As a connection gives them. */
    private static final int PIECE = 8 * 1024;

    private final SpoolDirectory spools;

    BlobWork(Path directory) {
        spools = new SpoolDirectory(directory);
    }

    /** Hashes a picture while it passes into a file, judges it, and writes the copy to serve. */
    void keep(byte[] picture) {
        try (Spool original = spools.open()) {
            receive(picture, original);
            switch (original.read(bytes -> Serving.of(bytes, ImageLimits.DEFAULT))) {
                case Serving.AsPicture served -> serve(original, served);
                case Serving.AsDownload download ->
                        throw new IllegalStateException("the sample is no picture");
                case Serving.Never never -> throw new IllegalStateException(never.why());
            }
        }
    }

    /** What is clean already is served as it is, from the file where it lies. */
    private void serve(Spool original, Serving.AsPicture served) {
        if (!served.whole()) {
            try (Spool copy = spools.open()) {
                original.copyTo(copy, served.pieces());
            }
        }
    }

    private static void receive(byte[] picture, Spool original) {
        try {
            DigestOutputStream out = new DigestOutputStream(original.sink(), Sha256.digest());
            for (int at = 0; at < picture.length; at += PIECE) {
                out.write(picture, at, Math.min(PIECE, picture.length - at));
            }
            out.getMessageDigest().digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
