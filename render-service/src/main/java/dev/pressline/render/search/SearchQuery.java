package dev.pressline.render.search;

import dev.pressline.render.page.SearchPage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reader looks for: words, all of which have to be there, {@code "phrases"}, {@code
 * tag:words}, and any of them with {@code -} before it that must not be there. Anything a reader
 * may type is a query; what goes beyond the limits is left out. Immutable.
 *
 * @param clauses what has to be there or not, in the order they were typed
 */
record SearchQuery(List<Clause> clauses) {

    private static final int MOST_CLAUSES = 12;
    private static final String TAG = "tag:";

    private static final Pattern CLAUSE =
            Pattern.compile("(?<not>-?)(?:(?<tag>tag:)?\"(?<phrase>[^\"]*)\"?|(?<word>\\S+))");

    /** A part of a query. */
    sealed interface Clause {

        /** What is looked for. */
        String text();

        /** Whether it must not be there. */
        boolean excluded();
    }

    /** A word, in the title, the text or a tag. */
    record Word(String text, boolean excluded) implements Clause {}

    /** Words one after another. */
    record Phrase(String text, boolean excluded) implements Clause {}

    /** A tag. */
    record Tag(String text, boolean excluded) implements Clause {}

    /** Reads what was typed. */
    static SearchQuery parse(String typed) {
        List<Clause> clauses = new ArrayList<>();
        Matcher each =
                CLAUSE.matcher(
                        typed.substring(0, Math.min(typed.length(), SearchPage.LONGEST_QUERY)));
        while (each.find() && clauses.size() < MOST_CLAUSES) {
            Clause clause = clause(each);
            if (!clause.text().isBlank()) {
                clauses.add(clause);
            }
        }
        return new SearchQuery(List.copyOf(clauses));
    }

    private static Clause clause(Matcher typed) {
        boolean excluded = !typed.group("not").isEmpty();
        if (typed.group("phrase") != null) {
            return typed.group("tag") == null
                    ? new Phrase(typed.group("phrase"), excluded)
                    : new Tag(typed.group("phrase"), excluded);
        }
        String word = typed.group("word");
        return word.startsWith(TAG)
                ? new Tag(word.substring(TAG.length()), excluded)
                : new Word(word, excluded);
    }

    /** Whether it asks for nothing: then nothing is found. */
    boolean isEmpty() {
        return clauses.stream().allMatch(Clause::excluded);
    }
}
