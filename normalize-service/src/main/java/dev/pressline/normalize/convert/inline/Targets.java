package dev.pressline.normalize.convert.inline;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Href;
import dev.pressline.normalize.convert.source.Posts;
import java.util.Optional;

/** Where a link leads, as a style: a URL, an account, or the page of a record. Stateless. */
public final class Targets {

    private Targets() {}

    /**
     * The style of a destination: an AT-URI leads to the page of the post or document, else to the
     * account that holds the record; a DID to the account. Empty for every destination nobody
     * should follow.
     */
    public static Optional<Style> of(String destination, ConversionContext context) {
        String target = destination.strip();
        if (target.startsWith(AtUri.SCHEME)) {
            return ofAtUri(target);
        }
        return account(target)
                .or(() -> Href.of(target, context.canonicalUrl()).map(Style.Link::new));
    }

    /** The mention of a DID, if the text is one. */
    public static Optional<Style> account(String did) {
        return Posts.did(did).map(Style.Mention::new);
    }

    private static Optional<Style> ofAtUri(String uri) {
        if (!Posts.isAtUri(uri)) {
            return Optional.empty();
        }
        boolean record = uri.indexOf('/', AtUri.SCHEME.length()) > 0;
        Optional<Style> page = Posts.page(uri).map(Style.Link::new);
        Optional<Style> account = Posts.account(uri).map(Style.Mention::new);
        return record ? page.or(() -> account) : account.or(() -> page);
    }
}
