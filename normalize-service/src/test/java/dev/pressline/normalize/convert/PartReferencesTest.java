package dev.pressline.normalize.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.core.Records;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartReferencesTest {

    private static final AtUri DOCUMENT =
            AtUri.parse("at://did:web:alice.example/site.standard.document/one");

    private static AtUri own(String collectionAndKey) {
        return AtUri.parse("at://did:web:alice.example/" + collectionAndKey);
    }

    private static ObjectNode loose(String site) {
        return ContractJson.mapper().createObjectNode().put("site", site);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mochott.site",
                "https://mochott.site/alice",
                "https://alice.mochott.site",
                "at://did:web:alice.example/site.standard.publication/p"
            })
    void document_ofMochottOrAPublication_mayHaveItsBodyUnderItsKey(String site) {
        assertThat(PartReferences.of(DOCUMENT, loose(site)))
                .contains(AtUri.parse("at://did:web:alice.example/site.mochott.article/one"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example",
                "https://notmochott.site",
                "https://a.example/mochott.site"
            })
    void document_ofAnyOtherSite_hasNoPart(String site) {
        assertThat(PartReferences.of(DOCUMENT, loose(site))).isEmpty();
    }

    @Test
    void document_withContent_hasNoneUnderItsKey() {
        ObjectNode record = loose("https://mochott.site");

        assertThat(PartReferences.of(DOCUMENT, record.deepCopy().putNull("content"))).hasSize(2);
        assertThat(PartReferences.of(DOCUMENT, record.put("content", "words"))).isEmpty();
        assertThat(
                        PartReferences.of(
                                DOCUMENT,
                                ContractJson.mapper().createObjectNode().set("site", record)))
                .containsExactly(own("site.mochott.article/one"), own("com.whtwnd.blog.entry/one"));
    }

    @Test
    void document_namesItsPartsInItsContent() {
        String reference =
                "{'content': {'$type': 'app.greengale.document#contentRef', 'uri': '%s'}}";
        String galleries =
                """
                {'content': {'$type': 'blog.pckt.content', 'items': [
                  {'$type': 'blog.pckt.block.gallery',
                   'ref': 'at://did:web:alice.example/blog.pckt.gallery/a'},
                  {'$type': 'blog.pckt.block.text',
                   'ref': 'at://did:web:alice.example/blog.pckt.gallery/b'},
                  {'$type': 'blog.pckt.block.list', 'content': [
                    {'$type': 'blog.pckt.block.gallery',
                     'ref': 'at://did:web:alice.example/blog.pckt.gallery/c'}]}]}}
                """;

        assertThat(
                        PartReferences.of(
                                DOCUMENT,
                                Records.quoted(
                                        reference.formatted(own("app.greengale.document/a")))))
                .containsExactly(own("app.greengale.document/a"));
        assertThat(
                        PartReferences.of(
                                DOCUMENT,
                                Records.quoted(
                                        reference.formatted(
                                                "at://did:web:bob.example/app.greengale.document/a"))))
                .as("another account's")
                .isEmpty();
        assertThat(PartReferences.of(DOCUMENT, Records.quoted(reference.formatted("words"))))
                .isEmpty();
        assertThat(PartReferences.of(DOCUMENT, Records.quoted(galleries)))
                .containsExactly(own("blog.pckt.gallery/a"), own("blog.pckt.gallery/c"));
    }

    @Test
    void document_namesNoMorePartsThanAllowed() {
        String items =
                IntStream.range(0, 2 * PartReferences.MOST)
                        .mapToObj(
                                i ->
                                        "{'type': 'gallery', 'ref': '%s'}"
                                                .formatted(own("blog.pckt.gallery/" + i)))
                        .collect(Collectors.joining(","));
        JsonNode record =
                Records.quoted(
                        "{'content': {'$type': 'blog.pckt.content', 'items': [" + items + "]}}");

        assertThat(PartReferences.of(DOCUMENT, record)).hasSize(PartReferences.MOST);
    }

    @Test
    void collection_ofParts_isKnown() {
        assertThat(PartReferences.collections())
                .allMatch(each -> PartReferences.isPart(Nsid.parse(each)));
        assertThat(PartReferences.collections()).contains("blog.pckt.gallery");
        assertThat(PartReferences.isPart(Nsid.parse("site.standard.document"))).isFalse();
        assertThat(PartReferences.isFoundByKey(own("site.mochott.article/one"))).isTrue();
        assertThat(PartReferences.isFoundByKey(own("blog.pckt.gallery/one"))).isFalse();
    }

    @Test
    void content_isTheDocumentsOwn_elseThatOfThePartUnderItsKey() {
        // Given
        JsonNode own = new TextNode("own");
        JsonNode article = new TextNode("article");
        JsonNode entry = new TextNode("entry");
        Map<AtUri, JsonNode> parts =
                Map.of(
                        own("site.mochott.article/one"),
                        article,
                        own("com.whtwnd.blog.entry/one"),
                        entry,
                        own("site.mochott.article/two"),
                        new TextNode("another"));

        // Then
        assertThat(PartReferences.content(own, DOCUMENT, parts)).contains(own);
        assertThat(PartReferences.content(MissingNode.getInstance(), DOCUMENT, parts))
                .contains(article);
        assertThat(PartReferences.content(MissingNode.getInstance(), DOCUMENT, Map.of())).isEmpty();
    }
}
