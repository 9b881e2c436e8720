package dev.pressline.render.http;

import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.kit.store.AccountStandings.Standing;
import dev.pressline.render.page.PageRenderer;
import dev.pressline.render.page.SearchHit;
import dev.pressline.render.page.SearchPage;
import dev.pressline.render.search.Search;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers what readers search for. What the index still has of an account that is hidden is left
 * out. Waits on the calling thread; thread-safe.
 *
 * @param search what knows the documents
 * @param pages what writes the page
 * @param gate what knows whose documents may be read
 */
record SearchAnswer(Search search, PageRenderer pages, AccountGate gate) {

    /** The page for a request; empty while there is no search. */
    Optional<byte[]> page(HttpServerRequest request) {
        String query = Optional.ofNullable(request.getParam("q")).orElse("").strip();
        return search.page(shortened(query), number(request.getParam("page")))
                .map(this::shown)
                .map(pages::search);
    }

    private static String shortened(String query) {
        int end = Math.min(query.length(), SearchPage.LONGEST_QUERY);
        boolean splits = end > 0 && Character.isHighSurrogate(query.charAt(end - 1));
        return query.substring(0, splits ? end - 1 : end);
    }

    private static int number(@Nullable String page) {
        return page != null && page.matches("[1-9][0-9]?")
                ? Math.min(Integer.parseInt(page), SearchPage.LAST)
                : 1;
    }

    private SearchPage shown(SearchPage page) {
        List<SearchHit> hits = page.hits().stream().filter(this::isShown).toList();
        return new SearchPage(page.query(), page.found(), page.exact(), hits, page.number());
    }

    private boolean isShown(SearchHit hit) {
        String folder = ObjectKeys.document(hit.entry().uri());
        return gate.of(ObjectKeys.page(folder)) == Standing.SHOWN;
    }
}
