package dev.pressline.testing.benchmarks.corpus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One row of a corpus without blobs. Immutable by convention.
 *
 * @param uri the AT-URI
 * @param did the account
 * @param rkey the record key
 * @param isDocument whether it is a document, else a publication
 * @param json the line, without line feed
 */
public record Row(String uri, String did, String rkey, boolean isDocument, byte[] json) {

    /** The publications of a seed. */
    public static List<Row> publications(long seed) {
        Corpus corpus = corpus(seed);
        List<Row> rows = new ArrayList<>();
        for (int p = 0; p < corpus.options().publications(); p++) {
            rows.add(of(corpus.publication(p), false));
        }
        return rows;
    }

    /** The documents {@code from} to {@code from + count - 1} of a seed. */
    public static List<Row> documents(long seed, int from, int count) {
        Corpus corpus = corpus(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            rows.add(of(corpus.document(i, 0), true));
        }
        return rows;
    }

    /** The same documents as events of Jetstream v1, as it sends them. */
    public static List<byte[]> events(long seed, int from, int count) {
        Corpus corpus = corpus(seed);
        List<byte[]> events = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            events.add(json(EventForm.JETSTREAM, corpus.document(i, 0), i));
        }
        return events;
    }

    /** The first documents of a seed as bare records, as their bytes came. */
    public static List<byte[]> records(long seed, int count) {
        Corpus corpus = corpus(seed);
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(json(EventForm.RECORD, corpus.document(i, 0), i));
        }
        return records;
    }

    private static Corpus corpus(long seed) {
        return new Corpus(CorpusOptions.of(Map.of("seed", Long.toString(seed), "blobs", "none")));
    }

    static Row of(GeneratedRecord record, boolean isDocument) {
        byte[] json = json(EventForm.ROW, record, 0);
        return new Row(record.uri(), record.did(), record.rkey(), isDocument, json);
    }

    private static byte[] json(EventForm form, GeneratedRecord record, long number) {
        StringBuilder line = new StringBuilder(1 << 14);
        Encoding.json(form.event(record, "create", number), line);
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }
}
