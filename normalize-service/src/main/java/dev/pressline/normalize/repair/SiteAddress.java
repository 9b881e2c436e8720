package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.CanonicalUrl;
import dev.pressline.contract.document.Certainty;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A base URL whose scheme is missing or misspelled: {@code www.example.org}, {@code
 * https:/example.org}. {@code http} stays {@code http}, which is another origin.
 */
final class SiteAddress implements RepairRule {

    private static final RuleName NAME = RuleName.first("site-address");
    private static final List<String> FIELDS = List.of("/site", "/url");
    private static final List<String> MISSPELLED =
            List.of(
                    "https:///",
                    "https:/",
                    "https//",
                    "https:",
                    "http:///",
                    "http:/",
                    "http//",
                    "//");

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        for (String field : FIELDS) {
            draft.text(field)
                    .flatMap(SiteAddress::repaired)
                    .ifPresent(
                            url ->
                                    draft.change(
                                            NAME,
                                            Certainty.INFERRED,
                                            field,
                                            TextNode.valueOf(url)));
        }
    }

    private static Optional<String> repaired(String given) {
        String url = given.strip();
        if (CanonicalUrl.isHttp(url)) {
            return url.equals(given) ? Optional.empty() : Optional.of(url);
        }
        String lower = url.toLowerCase(Locale.ROOT);
        for (String prefix : MISSPELLED) {
            if (lower.startsWith(prefix)) {
                String scheme =
                        prefix.startsWith("http") && !prefix.startsWith("https")
                                ? "http://"
                                : "https://";
                return below(scheme, url.substring(prefix.length()));
            }
        }
        return below("https://", url);
    }

    private static Optional<String> below(String scheme, String rest) {
        int slash = rest.indexOf('/');
        String host = slash < 0 ? rest : rest.substring(0, slash);
        return isHost(host) ? Optional.of(scheme + rest) : Optional.empty();
    }

    private static boolean isHost(String host) {
        try {
            return Handle.parse(host).value().length() == host.length();
        } catch (InvalidIdentifierException e) {
            return false;
        }
    }
}
