package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.CanonicalUrl;
import dev.pressline.contract.document.Certainty;
import java.util.Optional;

/**
 * A {@code site} that is the root of an instance with many authors, while the pages of this one lie
 * deeper: the {@code canonicalUrl} of the record, on the same origin, says where.
 */
final class SiteRoot implements RepairRule {

    private static final RuleName NAME = RuleName.first("site-root");
    private static final String SITE = "/site";
    private static final String PATH = "/path";

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        String site = draft.text(SITE).orElse("");
        Optional<String> url = draft.text("/canonicalUrl").filter(CanonicalUrl::isHttp);
        boolean root = CanonicalUrl.isHttp(site) && CanonicalUrl.origin(site).equals(site);
        url.filter(page -> root && page.startsWith(site + '/'))
                .ifPresent(page -> deepen(draft, site, page));
    }

    private static void deepen(Draft draft, String site, String page) {
        String path = draft.text(PATH).orElse("");
        String rest = page.substring(site.length());
        if (path.isEmpty()) {
            change(draft, PATH, rest);
        } else if (path.startsWith("/") && rest.endsWith(path) && !rest.equals(path)) {
            change(draft, SITE, page.substring(0, page.length() - path.length()));
        }
    }

    private static void change(Draft draft, String field, String value) {
        draft.change(NAME, Certainty.INFERRED, field, TextNode.valueOf(value));
    }
}
