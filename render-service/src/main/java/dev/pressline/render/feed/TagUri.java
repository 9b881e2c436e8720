package dev.pressline.render.feed;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.page.Channel;

/**
 * The identity of feeds and items: {@code tag:} URIs of one constant authority and date. They
 * depend on nothing that can change, neither title nor path nor host nor configuration, and so must
 * never be altered: an altered id makes an old article new in every reader.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4151">RFC 4151</a>
 */
public final class TagUri {

    private static final String PREFIX = "tag:pressline.dev,2026:";

    private TagUri() {}

    /** The identity of a document. */
    public static String of(AtUri document) {
        return PREFIX + document.toString().substring(AtUri.SCHEME.length());
    }

    /** The identity of a feed, the same in all formats. */
    public static String of(Channel channel) {
        return switch (channel) {
            case Channel.Front front -> PREFIX + "front";
            case Channel.OfPublication joined -> of(joined.publication().uri());
            case Channel.OfAuthor account -> PREFIX + account.author().did();
            case Channel.OfTag of -> PREFIX + ObjectKeys.tag(of.tag().name());
        };
    }
}
