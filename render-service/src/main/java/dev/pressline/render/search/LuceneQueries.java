package dev.pressline.render.search;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/** A reader's query as one of Lucene. Stateless and thread-safe. */
final class LuceneQueries {

    private static final float IN_TITLE = 4;
    private static final float IN_TAGS = 2;
    private static final float IN_TEXT = 1;
    private static final float TIE = 0.1f;

    /** What a text that has no term is looked up as. */
    private static final Query NOTHING = new BooleanQuery.Builder().build();

    private static final QueryBuilder TERMS = new QueryBuilder(Fields.ANALYZER);

    private LuceneQueries() {}

    /** The query; empty when it asks for nothing that could be a term. */
    static Optional<Query> of(SearchQuery query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean asks = false;
        for (SearchQuery.Clause clause : query.clauses()) {
            Optional<Query> part = part(clause);
            if (part.isPresent()) {
                all.add(part.get(), clause.excluded() ? Occur.MUST_NOT : Occur.MUST);
                asks |= !clause.excluded();
            }
        }
        return asks ? Optional.of(all.build()) : Optional.empty();
    }

    private static Optional<Query> part(SearchQuery.Clause clause) {
        return switch (clause) {
            case SearchQuery.Word word -> anywhere(word.text());
            case SearchQuery.Phrase phrase -> anywhere(phrase.text());
            case SearchQuery.Tag tag ->
                    Optional.of(new TermQuery(new Term(Fields.TAG, Fields.folded(tag.text()))));
        };
    }

    /** In any field: what is typed as one word but is several terms is a phrase as well. */
    private static Optional<Query> anywhere(String text) {
        List<Query> places =
                List.of(
                        boosted(Fields.TITLE, text, IN_TITLE),
                        boosted(Fields.TAGS, text, IN_TAGS),
                        boosted(Fields.TEXT, text, IN_TEXT));
        return places.contains(NOTHING)
                ? Optional.empty()
                : Optional.of(new DisjunctionMaxQuery(places, TIE));
    }

    private static Query boosted(String field, String text, float boost) {
        return Optional.ofNullable(TERMS.createPhraseQuery(field, text))
                .<Query>map(query -> new BoostQuery(query, boost))
                .orElse(NOTHING);
    }
}
