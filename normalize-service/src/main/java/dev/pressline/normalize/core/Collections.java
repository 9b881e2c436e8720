package dev.pressline.normalize.core;

import dev.pressline.contract.identifier.Nsid;
import dev.pressline.normalize.convert.PartReferences;

/** What the records of a collection are to the pipeline. Stateless. */
enum Collections {
    /** Each record is a document. */
    DOCUMENTS,
    /** Each record is a publication. */
    PUBLICATIONS,
    /** Each record is a subscription to a publication. */
    SUBSCRIPTIONS,
    /** Each record is a part of a document of another collection. */
    PARTS,
    /** The records are none of our business. */
    FOREIGN;

    /** What a collection is. */
    static Collections of(Nsid collection) {
        if (collection.value().equals("site.standard.document")) {
            return DOCUMENTS;
        }
        if (collection.value().equals("site.standard.publication")) {
            return PUBLICATIONS;
        }
        if (collection.value().equals("site.standard.graph.subscription")) {
            return SUBSCRIPTIONS;
        }
        return PartReferences.isPart(collection) ? PARTS : FOREIGN;
    }
}
