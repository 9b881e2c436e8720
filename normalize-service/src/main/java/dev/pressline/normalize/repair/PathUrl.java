package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.CanonicalUrl;
import dev.pressline.contract.document.Certainty;
import java.util.Optional;

/** A {@code path} that is a whole URL below its own site: what follows the site is the path. */
final class PathUrl implements RepairRule {

    private static final RuleName NAME = RuleName.first("path-full-url");

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        Optional<String> site = draft.text("/site").filter(CanonicalUrl::isHttp);
        Optional<String> path = draft.text("/path").filter(CanonicalUrl::isHttp);
        if (site.isPresent() && path.isPresent() && path.get().startsWith(site.get() + '/')) {
            String below = path.get().substring(site.get().length());
            draft.change(NAME, Certainty.INFERRED, "/path", TextNode.valueOf(below));
        }
    }
}
