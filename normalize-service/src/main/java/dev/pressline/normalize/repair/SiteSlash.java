package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.CanonicalUrl;
import dev.pressline.contract.document.Certainty;
import java.util.List;

/** A base URL has no trailing slash: the path brings its own. */
final class SiteSlash implements RepairRule {

    private static final RuleName NAME = RuleName.first("site-trailing-slash");
    private static final List<String> FIELDS = List.of("/site", "/url");

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        for (String field : FIELDS) {
            draft.text(field)
                    .filter(url -> url.endsWith("/") && CanonicalUrl.isHttp(url))
                    .map(SiteSlash::trimmed)
                    .ifPresent(url -> draft.change(NAME, Certainty.CERTAIN, field, url));
        }
    }

    private static TextNode trimmed(String url) {
        int end = url.length();
        while (url.charAt(end - 1) == '/') {
            end--;
        }
        return TextNode.valueOf(url.substring(0, end));
    }
}
