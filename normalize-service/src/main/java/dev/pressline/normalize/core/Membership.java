package dev.pressline.normalize.core;

import dev.pressline.contract.document.CanonicalUrl;
import dev.pressline.contract.document.Site;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identity.BareIdentity;
import dev.pressline.normalize.repair.Draft;
import java.util.Optional;

/**
 * Where a document belongs. It joins a publication of its own account only: no publication can say
 * that it takes in others. Stateless.
 */
final class Membership {

    private Membership() {}

    /** The publication or base URL; a claim on another account's publication makes it loose. */
    static Site site(Draft draft) {
        Optional<AtUri> claimed = claimed(draft).filter(uri -> foreign(draft).isEmpty());
        Optional<String> url = draft.text("/site").filter(CanonicalUrl::isHttp);
        return claimed.isPresent()
                ? new Site("publication", claimed, Optional.empty())
                : new Site("loose", Optional.empty(), url);
    }

    /**
     * The publication of another account that a document claims; a record that came without its
     * account may be of any.
     */
    static Optional<AtUri> foreign(Draft draft) {
        AtUri own = draft.facts().uri();
        return BareIdentity.isDerived(own.did())
                ? Optional.empty()
                : claimed(draft).filter(uri -> !uri.did().equals(own.did()));
    }

    private static Optional<AtUri> claimed(Draft draft) {
        return Fields.uri(draft.get("/site"));
    }
}
