package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.CanonicalUrl;
import dev.pressline.contract.document.Certainty;
import java.util.Optional;

/**
 * A document without {@code site} that names its whole address elsewhere, as {@code path} or as
 * {@code canonicalUrl}: the address, less the path, is the site.
 */
final class MissingSite implements RepairRule {

    private static final RuleName NAME = RuleName.first("missing-site");
    private static final String SITE = "/site";
    private static final String PATH = "/path";

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        JsonNode site = draft.get(SITE);
        boolean missing = site.isMissingNode() || site.isNull() || site.asText("x").isBlank();
        String path = draft.text(PATH).orElse("");
        Optional<String> url =
                CanonicalUrl.isHttp(path) ? Optional.of(path) : draft.text("/canonicalUrl");
        url.filter(u -> missing && CanonicalUrl.isHttp(u)).ifPresent(u -> split(draft, u, path));
    }

    private static void split(Draft draft, String url, String path) {
        if (path.startsWith("/") && url.endsWith(path)) {
            change(draft, SITE, url.substring(0, url.length() - path.length()));
        } else if (path.isEmpty() || path.equals(url)) {
            int end = CanonicalUrl.origin(url).length();
            change(draft, SITE, url.substring(0, end));
            if (end < url.length()) {
                change(draft, PATH, url.substring(end));
            }
        }
    }

    private static void change(Draft draft, String field, String value) {
        if (!field.equals(SITE) || CanonicalUrl.isHttp(value)) {
            draft.change(NAME, Certainty.INFERRED, field, TextNode.valueOf(value));
        }
    }
}
