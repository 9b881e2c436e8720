package dev.pressline.render.page;

import java.util.List;

/**
 * A page of what was found. Immutable.
 *
 * @param query what the reader typed
 * @param found how many documents were found in all
 * @param exact whether it is that many, or at least so many
 * @param hits those on this page, best first
 * @param number which page this is, from 1
 */
public record SearchPage(
        String query, long found, boolean exact, List<SearchHit> hits, int number) {

    /** The folder of the page in the site, which is no object in the bucket. */
    public static final String FOLDER = "search/";

    /** The longest query, in characters. */
    public static final int LONGEST_QUERY = 200;

    /** The documents on a page. */
    public static final int SIZE = 20;

    /** How far results can be paged through: whoever has not found it then asks otherwise. */
    public static final int LAST = 20;

    /** Whether there is a page after this one. */
    boolean hasNext() {
        return number < LAST && (long) number * SIZE < found;
    }
}
