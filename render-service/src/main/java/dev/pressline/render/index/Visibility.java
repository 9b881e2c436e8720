package dev.pressline.render.index;

import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Publication;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may be shown where, by account state, self-labels and preferences; in doubt hidden. Pure. */
final class Visibility {

    private static final Set<String> HIDING =
            Set.of("!hide", "!no-unauthenticated", "dmca-violation", "doxxing");
    private static final Set<String> UNLISTING =
            Set.of(
                    "!warn",
                    "!no-promote",
                    "porn",
                    "sexual",
                    "nudity",
                    "gore",
                    "nsfl",
                    "graphic-media");

    private Visibility() {}

    static boolean isShown(Document document, Optional<AccountState> account) {
        return account.map(AccountState::active).orElse(true) && none(HIDING, document.labels());
    }

    static boolean isShown(Publication publication, Optional<AccountState> account) {
        return account.map(AccountState::active).orElse(true) && none(HIDING, publication.labels());
    }

    /** Whether the labels of a document hide it, whoever looks. */
    static boolean isHiddenByItself(Document document) {
        return !none(HIDING, document.labels());
    }

    /** Whether a shown document may also be found beside others' on the front page. */
    static boolean isListed(Document document, Optional<Publication> publication) {
        return document.showInDiscover()
                && none(UNLISTING, document.labels())
                && publication
                        .map(p -> p.showInDiscover() && none(UNLISTING, p.labels()))
                        .orElse(true);
    }

    private static boolean none(Set<String> labels, List<String> of) {
        return of.stream().noneMatch(labels::contains);
    }
}
