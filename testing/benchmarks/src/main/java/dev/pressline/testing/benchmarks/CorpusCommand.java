package dev.pressline.testing.benchmarks;

import dev.pressline.testing.benchmarks.corpus.CorpusGen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Writes a corpus; see the README for its options. */
@Command(name = "corpus", description = "Writes a corpus of synthetic records.")
final class CorpusCommand implements Callable<Integer> {

    @Unmatched private final List<String> options = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        CorpusGen.main(options.toArray(new String[0]));
        return 0;
    }
}
