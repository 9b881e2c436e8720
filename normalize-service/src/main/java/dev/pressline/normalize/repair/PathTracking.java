package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.Certainty;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code path} with parameters of a campaign: only keys that nothing but tracking uses go, since
 * a query can be the identity of a page ({@code /?p=12}). So does a fragment that only tells a
 * browser which words to show.
 */
final class PathTracking implements RepairRule {

    private static final RuleName NAME = new RuleName("path-tracking", 2);
    private static final List<String> PREFIXES =
            List.of("utm_", "pk_", "mtm_", "piwik_", "matomo_");
    private static final String HIGHLIGHT = "#:~:";
    private static final Set<String> KEYS =
            Set.of("fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid");

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        draft.text("/path")
                .flatMap(PathTracking::untracked)
                .ifPresent(
                        path ->
                                draft.change(
                                        NAME, Certainty.INFERRED, "/path", TextNode.valueOf(path)));
    }

    private static Optional<String> untracked(String path) {
        int fragment = path.indexOf('#');
        int end = fragment < 0 ? path.length() : fragment;
        boolean highlight = path.startsWith(HIGHLIGHT, end);
        String after =
                withoutTracking(path.substring(0, end)) + (highlight ? "" : path.substring(end));
        return after.length() == path.length() ? Optional.empty() : Optional.of(after);
    }

    private static String withoutTracking(String path) {
        int query = path.indexOf('?');
        if (query < 0) {
            return path;
        }
        StringBuilder kept = new StringBuilder();
        for (String parameter : path.substring(query + 1).split("&", -1)) {
            if (!isTracking(parameter)) {
                kept.append(kept.isEmpty() ? '?' : '&').append(parameter);
            }
        }
        return path.substring(0, query) + kept;
    }

    private static boolean isTracking(String parameter) {
        int equals = parameter.indexOf('=');
        String key = equals < 0 ? parameter : parameter.substring(0, equals);
        return KEYS.contains(key) || PREFIXES.stream().anyMatch(key::startsWith);
    }
}
