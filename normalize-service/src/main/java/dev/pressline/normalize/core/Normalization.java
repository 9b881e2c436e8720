package dev.pressline.normalize.core;

import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.identifier.Nsid;

/** What became of a raw record. */
public sealed interface Normalization {

    /** It has a normalized value. */
    record Published(Normalized value) implements Normalization {}

    /** It is a part of some document, such as a gallery or a body, and no output by itself. */
    record Joined(Nsid collection) implements Normalization {}

    /** Nothing is made of records of its collection, such as recommendations. */
    record Ignored(Nsid collection) implements Normalization {}

    /** It can never be normalized; {@code message} says what is wrong, without the record. */
    record Rejected(RejectionReason reason, String message) implements Normalization {}
}
