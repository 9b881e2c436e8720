package dev.pressline.testing.benchmarks.contend;

import dev.pressline.testing.benchmarks.corpus.Row;
import dev.pressline.testing.benchmarks.measure.Processes;
import dev.pressline.testing.benchmarks.measure.Puts;
import java.time.Duration;
import java.util.List;

/** A running pipeline from rows to pages, with a broker and a store of its own. Not thread-safe. */
public sealed interface Contender extends AutoCloseable permits TopicContender, Pressline {

    /**
     * Hands the rows in; returns, when everything made of them is readable, how long that took from
     * the first row to the last output.
     */
    Duration process(List<Row> rows);

    /** Its processes, broker and store included. */
    Processes processes();

    /** What it has put into the store so far. */
    Puts puts();

    /**
     * Reads all it has made of these rows, which must be all that were handed in, and returns what
     * identifies the bytes. Throws {@link WrongResultException} when pages are missing or wrong.
     */
    String check(List<Row> rows);

    @Override
    void close();
}
