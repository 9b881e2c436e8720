package dev.pressline.normalize.core;

import dev.pressline.contract.identifier.Nsid;
import java.util.Set;

/** What the records of a collection are to the pipeline. Stateless. */
enum Collections {
    /** Each record is a document. */
    DOCUMENTS,
    /** Each record is a publication. */
    PUBLICATIONS,
    /** Each record is a part of a document of another collection. */
    PARTS,
    /** The records are none of our business. */
    FOREIGN;

    private static final Set<String> PARTS_OF_DOCUMENTS =
            Set.of(
                    "app.greengale.document",
                    "blog.pckt.gallery",
                    "com.whtwnd.blog.entry",
                    "site.mochott.article");

    /** What a collection is. */
    static Collections of(Nsid collection) {
        if (collection.value().equals("site.standard.document")) {
            return DOCUMENTS;
        }
        if (collection.value().equals("site.standard.publication")) {
            return PUBLICATIONS;
        }
        return PARTS_OF_DOCUMENTS.contains(collection.value()) ? PARTS : FOREIGN;
    }
}
