package dev.pressline.render.feed;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;

/**
 * What a feed says of a document that is deleted: which, and when. Immutable.
 *
 * @param uri the document
 * @param rev the version that deleted it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6721">RFC 6721</a>
 */
public record DeletedEntry(AtUri uri, Tid rev) {}
