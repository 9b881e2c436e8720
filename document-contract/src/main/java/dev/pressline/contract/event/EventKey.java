package dev.pressline.contract.event;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;

/**
 * What an event is about, and the key of its Kafka record: one record, or one account. Immutable.
 */
public sealed interface EventKey {

    /** The account, which decides the partition. */
    Did did();

    /** The text on the wire. */
    String text();

    /** Reads a key; throws {@link dev.pressline.contract.identifier.InvalidIdentifierException}. */
    static EventKey parse(String text) {
        return text.startsWith(AtUri.SCHEME)
                ? new OfRecord(AtUri.parse(text))
                : new OfAccount(Did.parse(text));
    }

    /** One record of a repository. */
    record OfRecord(AtUri uri) implements EventKey {
        @Override
        public Did did() {
            return uri.did();
        }

        @Override
        public String text() {
            return uri.toString();
        }
    }

    /** The state of an account. */
    record OfAccount(Did did) implements EventKey {
        @Override
        public String text() {
            return did.toString();
        }
    }
}
