package dev.pressline.testing.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.serde.ContractJson;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the site shows of an account.
 *
 * @param pipeline whose site
 * @param account whose documents
 */
record AccountOnSite(RunningPipeline pipeline, PdsAccount account) {

    static final String DOCUMENTS = "site.standard.document";
    static final String PUBLICATIONS = "site.standard.publication";

    /** A document of the account, in the publication with this record key, at its own address. */
    ObjectNode newDocument(String publication, String title) {
        return ContractJson.mapper()
                .createObjectNode()
                .put("$type", DOCUMENTS)
                .put("site", "at://" + account.did() + '/' + PUBLICATIONS + '/' + publication)
                .put("path", '/' + title.replaceAll("[^A-Za-z0-9]+", "-"))
                .put("title", title)
                .put("textContent", "The text of " + title + '.')
                .put("publishedAt", "2026-02-03T04:05:06Z");
    }

    /** The record keys of its documents that are on the site. */
    Set<String> shown() {
        String folder = "document/" + account.did() + '/';
        return pipeline.site().keySet().stream()
                .filter(key -> key.startsWith(folder) && key.endsWith("/index.json"))
                .map(key -> key.substring(folder.length(), key.lastIndexOf('/')))
                .collect(Collectors.toSet());
    }

    /** The normalized document beside a page. */
    JsonNode document(String rkey) {
        return pipeline.document(path(), rkey);
    }

    /** The path of a document's page. */
    String page(String rkey) {
        return "/document/" + path() + '/' + rkey + '/';
    }

    /** The path of the author's feed. */
    String feed() {
        return "/author/" + path() + "/atom.xml";
    }

    /** The DID as part of a URL's path. */
    private String path() {
        return account.did().replace("%", "%25");
    }
}
