package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.CanonicalUrl;
import dev.pressline.contract.document.Certainty;

/** A {@code path} begins with a slash. An empty one is valid and stays. */
final class PathSlash implements RepairRule {

    private static final RuleName NAME = RuleName.first("path-leading-slash");

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        draft.text("/path")
                .filter(path -> !path.isEmpty() && !path.startsWith("/"))
                .filter(path -> !CanonicalUrl.isHttp(path))
                .ifPresent(
                        path ->
                                draft.change(
                                        NAME,
                                        Certainty.CERTAIN,
                                        "/path",
                                        TextNode.valueOf('/' + path)));
    }
}
