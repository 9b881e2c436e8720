package dev.pressline.normalize.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.CanonicalUrl;
import dev.pressline.contract.document.Violation;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.normalize.lexicon.LexiconValidator;
import dev.pressline.normalize.repair.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a record: breaches of its lexicon, and what no lexicon can say. Stateless. */
final class Violations {

    private static final int CUT_LENGTH = 10_000;
    private static final Set<String> PLACEHOLDERS =
            Set.of("test", "testing", "test post", "untitled", "untitled document", "new post");
    private static final Pattern PARTS = Pattern.compile("[/?#]");
    private static final LexiconValidator LEXICONS = LexiconValidator.bundled();

    private Violations() {}

    /** The breaches of the raw record, then the warnings. */
    static List<Violation> of(ObjectNode raw, Draft draft) {
        String collection = draft.facts().uri().collection().value();
        List<Violation> violations = new ArrayList<>(LEXICONS.validate(raw, collection));
        Membership.foreign(draft).map(Violations::foreign).ifPresent(violations::add);
        if (draft.hasMarkup()) {
            violations.add(
                    new Violation(
                            Draft.TEXT,
                            "plainText",
                            "holds Markdown, which the lexicon wants without markup"));
        }
        if (draft.text(Draft.TEXT).isPresent() && isCut(raw)) {
            violations.add(new Violation(Draft.TEXT, "truncated", "is cut at 10,000 UTF-16 units"));
        }
        if (repeatsPrefix(draft)) {
            violations.add(
                    new Violation(
                            "/path",
                            "doubledPrefix",
                            "begins with a part of the address twice; the page may not be there"));
        }
        if (PLACEHOLDERS.contains(raw.path("title").asText("").strip().toLowerCase(Locale.ROOT))) {
            violations.add(new Violation("/title", "placeholderTitle", "is hardly a title"));
        }
        if (draft.unlisted() > 0) {
            violations.add(
                    new Violation(
                            "",
                            "repairs",
                            draft.unlisted() + " more repairs were made than are listed"));
        }
        return violations;
    }

    /** Whether the first part of the path says again what the base ends with, or is said twice. */
    private static boolean repeatsPrefix(Draft draft) {
        String[] path = PARTS.split(draft.text("/path").orElse(""), 4);
        if (path.length < 3 || !path[0].isEmpty() || path[1].isEmpty()) {
            return false;
        }
        String site = draft.text("/site").filter(CanonicalUrl::isHttp).orElse("");
        int origin = site.isEmpty() ? 0 : CanonicalUrl.origin(site).length();
        return path[1].equals(path[2]) || site.substring(origin).endsWith('/' + path[1]);
    }

    private static Violation foreign(AtUri publication) {
        return new Violation(
                "/site",
                "foreignPublication",
                "claims " + publication + " of another account, and is not joined to it");
    }

    /** One writing tool cuts the text there, be it in a word or in a surrogate pair. */
    private static boolean isCut(ObjectNode raw) {
        String text = raw.path(Draft.TEXT.substring(1)).asText("");
        return text.length() == CUT_LENGTH && !".!?”\"\n".contains(text.substring(CUT_LENGTH - 1));
    }
}
