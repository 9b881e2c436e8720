package dev.pressline.testing.endtoend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;

/** Rows for import: records with identity, in the order of their number. */
final class Rows {

    static final String DID = "did:web:blog.invalid";
    static final String PUBLICATION = "at://" + DID + "/site.standard.publication/paper";

    private Rows() {}

    static String rev(int number) {
        return Tid.of(1_760_000_000_000_000L + number * 1_000L, 0).value();
    }

    static String publication(int rev, String url) {
        ObjectNode record = ContractJson.mapper().createObjectNode();
        record.put("$type", "site.standard.publication").put("url", url).put("name", "The Paper");
        return row("site.standard.publication", "paper", rev, record);
    }

    static String document(String rkey, int rev, String title) {
        return document(rkey, rev, title, "/" + rkey);
    }

    /** A document of this path. */
    static String document(String rkey, int rev, String title, String path) {
        ObjectNode record = ContractJson.mapper().createObjectNode();
        record.put("$type", "site.standard.document")
                .put("site", PUBLICATION)
                .put("path", path)
                .put("title", title)
                .put(
                        "publishedAt",
                        "2025-10-0" + (1 + Math.floorMod(rkey.hashCode(), 9)) + "T10:00:00Z")
                .put(
                        "textContent",
                        "First paragraph of "
                                + rkey
                                + ".\n\nSecond paragraph, with <b>no</b> markup & all.");
        return row("site.standard.document", rkey, rev, record);
    }

    /** A document with one tag. */
    static String tagged(String rkey, int rev, String title, String tag) {
        return document(rkey, rev, title)
                .replace("\"textContent\"", "\"tags\":[\"" + tag + "\"],\"textContent\"");
    }

    static String delete(String rkey, int rev) {
        ObjectNode row = identity("site.standard.document", rkey, rev);
        row.putNull("record");
        return row.toString();
    }

    private static String row(String collection, String rkey, int rev, ObjectNode record) {
        ObjectNode row = identity(collection, rkey, rev);
        row.set("record", record);
        return row.toString();
    }

    private static ObjectNode identity(String collection, String rkey, int rev) {
        return ContractJson.mapper()
                .createObjectNode()
                .put("uri", "at://" + DID + "/" + collection + "/" + rkey)
                .put("did", DID)
                .put("collection", collection)
                .put("rkey", rkey)
                .put("rev", rev(rev));
    }
}
