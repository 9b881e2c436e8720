package dev.pressline.render.search;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.page.ListingEntry;
import dev.pressline.render.page.SearchHit;
import dev.pressline.render.page.SearchPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * What the site lists, by its words: an index of Lucene in a directory, which one process has. What
 * is put is found after {@link #refresh}. A disk that fails is an {@link UncheckedIOException}.
 * Thread-safe.
 */
final class SearchIndex implements AutoCloseable {

    private static final double BUFFER_MEGABYTES = 8;
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final String CAUGHT_UP = "caught-up";

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private SearchIndex(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
    }

    /**
     * Opens the index in a directory. One that was last {@link #save saved} before {@code since} is
     * begun anew: what has been taken from the site in the meantime may no longer be told.
     */
    static SearchIndex open(Path path, Instant since) {
        try {
            Directory directory = FSDirectory.open(path);
            boolean isFresh = savedAt(directory).filter(time -> !time.isBefore(since)).isPresent();
            IndexWriterConfig config =
                    new IndexWriterConfig(Fields.ANALYZER)
                            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                            .setOpenMode(
                                    isFresh
                                            ? IndexWriterConfig.OpenMode.APPEND
                                            : IndexWriterConfig.OpenMode.CREATE);
            return new SearchIndex(directory, new IndexWriter(directory, config));
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be opened in " + path, e);
        }
    }

    private static Optional<Instant> savedAt(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return Optional.empty();
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return Optional.ofNullable(reader.getIndexCommit().getUserData().get(CAUGHT_UP))
                    .map(Instant::parse);
        }
    }

    /** Puts a document, in place of what was known of it. */
    void put(ListingEntry entry, String sha256, String text) {
        Document document = new Document();
        document.add(new StringField(Fields.URI, entry.uri().toString(), Field.Store.YES));
        document.add(new StoredField(Fields.SHA256, sha256));
        document.add(new StoredField(Fields.ENTRY, ContractJson.write(ListingEntry.class, entry)));
        document.add(new TextField(Fields.TITLE, entry.title(), Field.Store.NO));
        document.add(new TextField(Fields.TEXT, text, Field.Store.YES));
        for (String tag : entry.tags()) {
            document.add(new TextField(Fields.TAGS, tag, Field.Store.NO));
            document.add(new StringField(Fields.TAG, Fields.folded(tag), Field.Store.NO));
        }
        run(() -> writer.updateDocument(term(entry.uri()), document));
    }

    /** Removes a document, if it is there. */
    void remove(AtUri uri) {
        run(() -> writer.deleteDocuments(term(uri)));
    }

    private static Term term(AtUri uri) {
        return new Term(Fields.URI, uri.toString());
    }

    /** The hash of a document as it was put, as far as {@link #refresh} has seen it. */
    Optional<String> sha256(AtUri uri) {
        return searching(
                searcher -> {
                    TopDocs found = searcher.search(new TermQuery(term(uri)), 1);
                    return found.scoreDocs.length == 0
                            ? Optional.empty()
                            : Optional.ofNullable(
                                    searcher.storedFields()
                                            .document(found.scoreDocs[0].doc)
                                            .get(Fields.SHA256));
                });
    }

    /** How many documents can be found. */
    int size() {
        return searching(searcher -> searcher.getIndexReader().numDocs());
    }

    /** Has what was put be found. */
    void refresh() {
        run(searchers::maybeRefreshBlocking);
    }

    /** Keeps what was put, complete as of {@code time}. */
    void save(Instant time) {
        writer.setLiveCommitData(Map.of(CAUGHT_UP, time.toString()).entrySet());
        run(writer::commit);
    }

    /** A page of what a query finds, best first; a query that takes too long finds less. */
    SearchPage search(String typed, int number) {
        Optional<Query> query = LuceneQueries.of(SearchQuery.parse(typed));
        return query.isEmpty()
                ? new SearchPage(typed, 0, true, List.of(), 1)
                : searching(searcher -> page(searcher, query.get(), typed, number));
    }

    private static SearchPage page(IndexSearcher shared, Query query, String typed, int number)
            throws IOException {
        IndexSearcher searcher = new IndexSearcher(shared.getIndexReader());
        searcher.setTimeout(TimeLimit.in(LONGEST));
        TopDocs found = searcher.search(query, number * SearchPage.SIZE);
        int first = Math.min((number - 1) * SearchPage.SIZE, found.scoreDocs.length);
        int[] documents = new int[found.scoreDocs.length - first];
        for (int i = 0; i < documents.length; i++) {
            documents[i] = found.scoreDocs[first + i].doc;
        }
        List<List<SearchHit.Part>> excerpts = new Excerpts(searcher).of(query, documents);
        List<SearchHit> hits = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            hits.add(new SearchHit(entry(searcher, documents[i]), excerpts.get(i)));
        }
        boolean exact =
                found.totalHits.relation() == TotalHits.Relation.EQUAL_TO && !searcher.timedOut();
        return new SearchPage(typed, found.totalHits.value(), exact, hits, number);
    }

    private static ListingEntry entry(IndexSearcher searcher, int document) throws IOException {
        BytesRef json = searcher.storedFields().document(document).getBinaryValue(Fields.ENTRY);
        return ContractJson.read(ListingEntry.class, BytesRef.deepCopyOf(json).bytes);
    }

    private interface Action {
        void run() throws IOException;
    }

    private static void run(Action action) {
        try {
            action.run();
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be written", e);
        }
    }

    private interface Question<T> {
        T ask(IndexSearcher searcher) throws IOException;
    }

    private <T> T searching(Question<T> question) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return question.ask(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be read", e);
        }
    }

    @Override
    public void close() {
        run(searchers::close);
        run(writer::rollback);
        run(directory::close);
    }
}
