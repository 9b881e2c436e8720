package dev.pressline.testing.benchmarks.corpus;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes a corpus line by line, with the extra events that are wanted. Not thread-safe.
 *
 * <p>An extra event follows a document with the given probabilities and concerns an earlier one: an
 * update to its second version, a delete, or its first event again, word for word.
 */
final class CorpusWriter {

    /** Shares of extra events, each from 0 to 1. */
    record Extras(double updates, double deletes, double duplicates) {
        double total() {
            return updates + deletes + duplicates;
        }
    }

    private final Corpus corpus;
    private final EventForm form;
    private final Extras extras;
    private final OutputStream out;
    private final CorpusStatistics statistics = new CorpusStatistics();
    private final StringBuilder line = new StringBuilder(1 << 16);
    private long[] numbers = {};
    private long number;

    CorpusWriter(Corpus corpus, EventForm form, Extras extras, OutputStream out) {
        if (!form.hasOperations() && extras.total() > 0) {
            throw new IllegalArgumentException(
                    "--updates, --deletes and --dups need --form jetstream or tap");
        }
        this.corpus = corpus;
        this.form = form;
        this.extras = extras;
        this.out = out;
    }

    void publications() throws IOException {
        for (int p = 0; p < corpus.options().publications(); p++) {
            statistics.other(write(corpus.publication(p), "create", number++));
        }
    }

    /** Writes documents {@code from} to {@code from + count - 1}. */
    void documents(long from, int count, Optional<HugoContent> hugo) throws IOException {
        numbers = new long[count];
        for (int i = 0; i < count; i++) {
            GeneratedRecord document = corpus.document(from + i, 0);
            numbers[i] = number;
            statistics.document(document.kind(), write(document, "create", number++));
            hugo.ifPresent(content -> content.write(document, publicationOf(document)));
            extra(from, i);
        }
    }

    private GeneratedRecord publicationOf(GeneratedRecord document) {
        int p = 0;
        while (!corpus.publication(p).did().equals(document.did())) p++;
        return corpus.publication(p);
    }

    private void extra(long from, int i) throws IOException {
        Rng r = new Rng(corpus.options().seed(), 6, from + i);
        double drawn = r.unit();
        if (drawn >= extras.total()) {
            return;
        }
        int earlier = (int) (r.unit() * (i + 1));
        if (drawn < extras.updates()) {
            again(corpus.document(from + earlier, 1), "update", number++);
        } else if (drawn < extras.updates() + extras.deletes()) {
            again(corpus.document(from + earlier, 0), "delete", number++);
        } else {
            again(corpus.document(from + earlier, 0), "create", numbers[earlier]);
        }
    }

    private void again(GeneratedRecord document, String operation, long eventNumber)
            throws IOException {
        statistics.other(write(document, operation, eventNumber));
    }

    private int write(GeneratedRecord record, String operation, long eventNumber)
            throws IOException {
        line.setLength(0);
        Encoding.json(form.event(record, operation, eventNumber), line);
        byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        return bytes.length;
    }

    CorpusStatistics statistics() {
        return statistics;
    }
}
