package dev.pressline.testing.benchmarks.corpus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One publication whose documents are numbered by their age: zero and more are news, and negative
 * numbers what was there before, the older the smaller. So an archive of any size has the same
 * documents at its newer end, in the same pages. Not thread-safe.
 */
public final class Archive {

    /** Revs of changes are later than those of all documents, and not in the future. */
    private static final long CHANGED = Corpus.EPOCH + 300L * 24 * 3_600 * 1_000_000;

    private static final List<String> TOPICS =
            List.of(
                    "arts",
                    "books",
                    "budget",
                    "climate",
                    "courts",
                    "crime",
                    "culture",
                    "economy",
                    "education",
                    "elections",
                    "energy",
                    "film",
                    "food",
                    "health",
                    "housing",
                    "law",
                    "local",
                    "music",
                    "opinion",
                    "politics",
                    "science",
                    "sport",
                    "transport",
                    "war");
    private static final int MOST_TAGS = 4;
    private static final long TAGS = 6;

    private final Corpus corpus;
    private long changes;

    /** The archive of a seed. */
    public Archive(long seed) {
        this.corpus =
                new Corpus(
                        CorpusOptions.of(
                                Map.of(
                                        "seed",
                                        Long.toString(seed),
                                        "blobs",
                                        "none",
                                        "publications",
                                        "1",
                                        "mix",
                                        "plain=30,markdown=30,leaflet=25,pckt=15")));
    }

    /** The publication. */
    public Row publication() {
        return Row.of(corpus.publication(0), false);
    }

    /** The documents {@code from} to {@code from + count - 1}. */
    public List<Row> documents(int from, int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            rows.add(Row.of(document(i), true));
        }
        return rows;
    }

    /** A document of the corpus with tags as one newsroom has them: always the same few. */
    private GeneratedRecord document(int number) {
        GeneratedRecord document = corpus.document(number, 0);
        Set<String> tags = new TreeSet<>();
        Rng random = new Rng(corpus.options().seed(), TAGS, number);
        for (int i = random.below(MOST_TAGS + 1); i > 0; i--) {
            tags.add(TOPICS.get(random.below(TOPICS.size())));
        }
        document.record().remove("tags");
        if (!tags.isEmpty()) {
            document.record().put("tags", List.copyOf(tags));
        }
        return document;
    }

    /** A document with another title; where it stands in the archive stays the same. */
    public Row edited(int number) {
        GeneratedRecord edited = document(number);
        edited.record().put("title", "Edited: " + edited.record().get("title"));
        StringBuilder record = new StringBuilder(1 << 14);
        Encoding.json(edited.record(), record);
        return changed(edited, record);
    }

    /** The deletion of a document. */
    public Row deleted(int number) {
        return changed(document(number), "null");
    }

    private Row changed(GeneratedRecord document, CharSequence record) {
        String rev = Identifiers.tid(CHANGED + ++changes, 0);
        String json =
                String.format(
                        "{\"uri\":\"%s\",\"rev\":\"%s\",\"record\":%s}",
                        document.uri(), rev, record);
        return new Row(
                document.uri(),
                document.did(),
                document.rkey(),
                true,
                json.getBytes(StandardCharsets.UTF_8));
    }
}
