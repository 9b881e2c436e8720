package dev.pressline.render.index;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import java.util.Arrays;

/** What a record is to the index, by its collection. */
enum RecordKind {
    DOCUMENT("site.standard.document"),
    PUBLICATION("site.standard.publication"),
    SUBSCRIPTION("site.standard.graph.subscription"),
    /** Nothing is printed for it. */
    OTHER("");

    private final String collection;

    RecordKind(String collection) {
        this.collection = collection;
    }

    /** The kind of a record. */
    static RecordKind of(AtUri uri) {
        return Arrays.stream(values())
                .filter(kind -> kind.collection.equals(uri.collection().value()))
                .findFirst()
                .orElse(OTHER);
    }

    /** What the AT-URIs of these records of an account begin with. */
    String prefix(Did did) {
        return AtUri.SCHEME + did + '/' + collection + '/';
    }
}
