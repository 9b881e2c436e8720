package dev.pressline.testing.benchmarks.rounds;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a round measures, in its order: a command of the benchmarks with its options. */
enum Measurement {
    /** All contenders, documents per second and what each costs. */
    COMPARE("compare", "--documents", "3000", "--warm-up", "1000"),
    /** A site generator on the same documents. */
    HUGO("hugo", "--sizes", "1000,10000"),
    /** From due to readable, at three loads. */
    LATENCY("latency", "--loads", "0.1,0.5,0.8", "--warm-up", "60", "--documents", "300"),
    /** Single operations in a small archive and in a large one. */
    GROWTH("growth", "--sizes", "1000,10000", "--operations", "20"),
    /** From the command to ready. */
    STARTUP("startup", "--times", "1"),
    /** The pure cores by JMH. */
    CORES("cores", "--forks", "1"),
    /** Feeds anew and with one item more. */
    FEEDS("feeds"),
    /** What ingest does with a record. */
    INGEST("ingest"),
    /** What normalize does with a document. */
    NORMALIZE("normalize"),
    /** What normalize does with a blob. */
    BLOBS("blobs");

    private final List<String> words;

    Measurement(String... words) {
        this.words = List.copyOf(Arrays.asList(words));
    }

    /** The command and its options. */
    List<String> words() {
        return words;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
