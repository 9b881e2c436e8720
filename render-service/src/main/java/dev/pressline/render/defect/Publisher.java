package dev.pressline.render.defect;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identity.BareIdentity;
import dev.pressline.contract.output.ObjectKeys;
import java.util.Optional;

/** Whose documents a report is about. Immutable. */
public sealed interface Publisher {

    /** The documents of a publication. */
    record OfPublication(AtUri uri) implements Publisher {}

    /** The documents of an account that are in no publication. */
    record OfAccount(Did did) implements Publisher {}

    /** All documents. */
    record Everybody() implements Publisher {}

    /** The name of the publisher of all documents. */
    String EVERYBODY = "everybody";

    /** The AT-URI of the publication, the DID of the account, or {@value #EVERYBODY}. */
    @JsonValue
    default String key() {
        return switch (this) {
            case OfPublication(AtUri uri) -> uri.toString();
            case OfAccount(Did did) -> did.value();
            case Everybody() -> EVERYBODY;
        };
    }

    /** The publisher of a key that {@link #key} gave. */
    @JsonCreator
    static Publisher parse(String key) {
        if (key.equals(EVERYBODY)) {
            return new Everybody();
        }
        return key.startsWith(AtUri.SCHEME)
                ? new OfPublication(AtUri.parse(key))
                : new OfAccount(Did.parse(key));
    }

    /**
     * Whose document it is: of its publication, else of its account; of nobody in particular where
     * no account stands behind its DID.
     */
    static Publisher of(AtUri document, Optional<AtUri> publication) {
        if (publication.isPresent()) {
            return new OfPublication(publication.get());
        }
        return BareIdentity.isDerived(document.did())
                ? new Everybody()
                : new OfAccount(document.did());
    }

    /** The folder of its report in the site bucket. */
    default String folder() {
        return switch (this) {
            case OfPublication(AtUri uri) -> ObjectKeys.defects(ObjectKeys.publication(uri));
            case OfAccount(Did did) -> ObjectKeys.defects(ObjectKeys.author(did));
            case Everybody() -> ObjectKeys.defects(ObjectKeys.FRONT);
        };
    }
}
