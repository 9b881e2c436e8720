package dev.pressline.normalize.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.Schemas;
import dev.pressline.contract.document.Repair;
import dev.pressline.contract.document.Subscription;
import dev.pressline.contract.document.Violation;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.repair.RepairSwitches;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionTest {

    private static final AtUri URI =
            AtUri.parse(
                    "at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/site.standard.graph.subscription/3lab");
    private static final String PUBLICATION =
            "at://did:plc:aaaaanxzyoun6zhxrhs64oiz/site.standard.publication/3lab";

    private static Subscription subscription(String json) {
        Normalization made =
                Records.normalize(URI, Records.json(json.replace('\'', '"')), RepairSwitches.ALL);
        return (Subscription) ((Normalization.Published) made).value();
    }

    @Test
    void subscription_ofAnothersPublication_namesItWithoutRepairOrViolation() {
        // When
        Subscription subscription =
                subscription(
                        "{'$type':'site.standard.graph.subscription','publication':'%s','createdAt':'2026-03-04T09:30:00+01:00'}"
                                .formatted(PUBLICATION));

        // Then
        assertThat(subscription.publication()).contains(AtUri.parse(PUBLICATION));
        assertThat(subscription.createdAt()).contains(Instant.parse("2026-03-04T08:30:00Z"));
        assertThat(subscription.repairs()).isEmpty();
        assertThat(subscription.violations()).isEmpty();
    }

    @Test
    void subscription_byStrongRef_isRepairedAndSaysSo() {
        // When
        Subscription subscription =
                subscription(
                        "{'$type':'site.standard.graph.subscription','publication':{'uri':'%s','cid':'x'}}"
                                .formatted(PUBLICATION));

        // Then
        assertThat(subscription.publication()).contains(AtUri.parse(PUBLICATION));
        assertThat(subscription.repairs())
                .extracting(Repair::field, Repair::rule)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("/publication", "site-reference"));
        assertThat(subscription.violations())
                .extracting(Violation::field)
                .containsExactly("/publication");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'publication':null,'createdAt':null}",
                "{'publication':7,'createdAt':7}",
                "{'publication':['at://did:plc:aaaaanxzyoun6zhxrhs64oiz/a.b.c/d']}",
                "{'publication':{'uri':{'uri':'at://'}},'createdAt':{}}",
                "{'publication':'https://press.example'}",
                "{'publication':'javascript:alert(1)','createdAt':'yesterday'}",
                "{'publication':'at://did:plc:aaaaanxzyoun6zhxrhs64oiz'}",
                "{'publication':'at://did:plc:aaaaanxzyoun6zhxrhs64oiz/../..'}",
                "{'publication':'at://press.example/site.standard.publication/3lab'}"
            })
    void subscription_thatNamesNoRecord_isPublishedWithoutOne(String json) {
        // When
        Subscription subscription = subscription(json);

        // Then
        assertThat(subscription.publication()).isEmpty();
        assertThat(subscription.createdAt()).isEmpty();
        assertThat(Schemas.faults(EventType.NORMALIZED, ContractJson.write(subscription)))
                .isEmpty();
    }

    @Test
    void subscription_toAWebAddress_breaksTheLexicon() {
        assertThat(subscription("{'publication':'https://press.example'}").violations())
                .extracting(Violation::field)
                .contains("/publication");
    }
}
