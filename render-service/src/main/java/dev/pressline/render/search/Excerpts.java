package dev.pressline.render.search;

import dev.pressline.render.page.SearchHit.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** Finds the sentences of texts in which the words of a query stand. Not thread-safe. */
final class Excerpts extends UnifiedHighlighter {

    private static final int SENTENCES = 2;
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_SENTENCE = 400;
    private static final String GAP = " … ";

    Excerpts(IndexSearcher searcher) {
        super(
                builder(searcher, Fields.ANALYZER)
                        .withMaxLength(LONGEST_TEXT)
                        .withMaxNoHighlightPassages(0)
                        .withFormatter(new Parts()));
    }

    /** An excerpt of each document, empty where no word of the query stands in its text. */
    List<List<Part>> of(Query query, int[] documents) throws IOException {
        if (documents.length == 0) {
            return List.of();
        }
        Object[] found =
                Objects.requireNonNull(
                        highlightFieldsAsObjects(
                                        new String[] {Fields.TEXT},
                                        query,
                                        documents,
                                        new int[] {SENTENCES})
                                .get(Fields.TEXT));
        return Arrays.stream(found).map(Excerpts::parts).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Part> parts(Object formatted) {
        return formatted == null ? List.of() : (List<Part>) formatted;
    }

    /** Sentences cut into what was looked for and what stands between. */
    private static final class Parts extends PassageFormatter {

        @Override
        public List<Part> format(Passage[] passages, String text) {
            List<Part> parts = new ArrayList<>();
            for (Passage passage : passages) {
                if (!parts.isEmpty()) {
                    parts.add(new Part(GAP, false));
                }
                sentence(parts, passage, text);
            }
            return parts;
        }

        private static void sentence(List<Part> parts, Passage passage, String text) {
            int position = start(passage, text);
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int start = Math.max(position, passage.getMatchStarts()[i]);
                int end = passage.getMatchEnds()[i];
                if (end > start) {
                    add(parts, text.substring(position, start), false);
                    add(parts, text.substring(start, end), true);
                    position = end;
                }
            }
            int end = Math.min(passage.getEndOffset(), position + LONGEST_SENTENCE);
            add(parts, text.substring(position, whole(text, Math.max(position, end))), false);
        }

        /** A sentence without an end begins not too far before what was found. */
        private static int start(Passage passage, String text) {
            int nearest = passage.getMatchStarts()[0] - LONGEST_SENTENCE / 2;
            return whole(text, Math.max(passage.getStartOffset(), nearest));
        }

        /** A place that splits no surrogate pair. */
        private static int whole(String text, int at) {
            boolean splits =
                    at > 0
                            && at < text.length()
                            && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
            return splits ? at - 1 : at;
        }

        private static void add(List<Part> parts, String text, boolean found) {
            if (!text.isEmpty()) {
                parts.add(new Part(text.replace('\n', ' '), found));
            }
        }
    }
}
