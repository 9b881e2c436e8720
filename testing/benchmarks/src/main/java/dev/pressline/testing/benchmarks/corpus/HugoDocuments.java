package dev.pressline.testing.benchmarks.corpus;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/** The corpus as content for Hugo. Stateless. */
public final class HugoDocuments {

    private HugoDocuments() {}

    /** Writes the first documents of a seed below a directory, by their publications. */
    public static void write(Path directory, long seed, int documents) throws IOException {
        CorpusGen.write(
                Map.of(
                        "seed", Long.toString(seed),
                        "n", Integer.toString(documents),
                        "blobs", "none",
                        "hugo", directory.toString()),
                OutputStream.nullOutputStream());
    }
}
