package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.Certainty;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code path} with parameters of a campaign: only keys that nothing but tracking uses go, since
 * a query can be the identity of a page ({@code /?p=12}).
 */
final class PathTracking implements RepairRule {

    private static final RuleName NAME = RuleName.first("path-tracking");
    private static final List<String> PREFIXES =
            List.of("utm_", "pk_", "mtm_", "piwik_", "matomo_");
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
        int query = path.indexOf('?');
        if (query < 0) {
            return Optional.empty();
        }
        int fragment = path.indexOf('#', query);
        int end = fragment < 0 ? path.length() : fragment;
        StringBuilder kept = new StringBuilder();
        for (String parameter : path.substring(query + 1, end).split("&", -1)) {
            if (!isTracking(parameter)) {
                kept.append(kept.isEmpty() ? '?' : '&').append(parameter);
            }
        }
        String after = path.substring(0, query) + kept + path.substring(end);
        return after.length() == path.length() ? Optional.empty() : Optional.of(after);
    }

    private static boolean isTracking(String parameter) {
        int equals = parameter.indexOf('=');
        String key = equals < 0 ? parameter : parameter.substring(0, equals);
        return KEYS.contains(key) || PREFIXES.stream().anyMatch(key::startsWith);
    }
}
