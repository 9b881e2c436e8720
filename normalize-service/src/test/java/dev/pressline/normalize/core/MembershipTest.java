package dev.pressline.normalize.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Site;
import dev.pressline.contract.document.Violation;
import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Operation;
import dev.pressline.contract.event.Origin;
import dev.pressline.contract.event.Verification;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.normalize.repair.RepairSwitches;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MembershipTest {

    private static final String OWN = "at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/";
    private static final String FOREIGN = "at://did:plc:aaaaanxzyoun6zhxrhs64oiz/";
    private static final String PUBLICATION = "site.standard.publication/3lab";

    private static Document document(String site) {
        AtUri uri = AtUri.parse(OWN + "site.standard.document/one");
        JsonNode record =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("$type", "site.standard.document")
                        .put("site", site)
                        .put("path", "/one")
                        .put("title", "One")
                        .put("publishedAt", "2026-01-01T00:00:00Z");
        Envelope envelope =
                new Envelope(
                        EventType.RAW,
                        "urn:test",
                        new EventKey.OfRecord(uri),
                        Tid.parse("3mf42slbt3g42"),
                        Optional.empty(),
                        Operation.PUT,
                        Origin.PUSH,
                        Verification.NONE,
                        Optional.empty(),
                        Optional.empty());
        Normalization made =
                new Normalizer(new RepairSwitches(true, Set.of()))
                        .normalize(new RawRecord(envelope, record), Identity.of(uri.did()));
        return (Document) ((Normalization.Published) made).value();
    }

    @Test
    void document_ofItsAccountsPublication_joinsIt() {
        // When
        Document document = document(OWN + PUBLICATION);

        // Then
        assertThat(document.site())
                .isEqualTo(
                        new Site(
                                "publication",
                                Optional.of(AtUri.parse(OWN + PUBLICATION)),
                                Optional.empty()));
        assertThat(document.violations()).isEmpty();
    }

    @Test
    void document_claimingAnothersPublication_isLooseAndSaysSo() {
        // When
        Document document = document(FOREIGN + PUBLICATION);

        // Then
        assertThat(document.site())
                .isEqualTo(new Site("loose", Optional.empty(), Optional.empty()));
        assertThat(document.canonicalUrl()).isEmpty();
        assertThat(document.violations())
                .extracting(Violation::field, Violation::constraint)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("/site", "foreignPublication"));
        assertThat(document.violations().getFirst().message()).contains(FOREIGN + PUBLICATION);
    }
}
