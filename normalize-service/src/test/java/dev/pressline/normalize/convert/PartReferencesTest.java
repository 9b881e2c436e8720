package dev.pressline.normalize.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.serde.ContractJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartReferencesTest {

    private static final AtUri DOCUMENT =
            AtUri.parse("at://did:web:alice.example/site.standard.document/one");

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
}
