package dev.pressline.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RepoVersionsTest {

    private static final Did DID = FakeNetwork.DID;
    private static final Tid HEAD = rev(10);
    private static final byte[] VALUE = {1};

    private final RepoVersions versions = new RepoVersions(DID);

    private static Tid rev(int number) {
        return Tid.of(1_760_000_000_000_000L + number, 0);
    }

    private static String uri(String rkey) {
        return "at://" + DID + "/site.standard.document/" + rkey;
    }

    private void put(String key, int rev) {
        see(event(key, rev(rev).value(), true));
    }

    private void delete(String key, int rev) {
        see(event(key, rev(rev).value(), false));
    }

    /** Sees an event as it comes back from a line. */
    private void see(ConsumerRecord<String, byte[]> event) {
        KnownEvent.of(event).map(known -> KnownEvent.parse(known.line())).ifPresent(versions::see);
    }

    private static ConsumerRecord<String, byte[]> event(String key, String rev, boolean hasValue) {
        ConsumerRecord<String, byte[]> event =
                new ConsumerRecord<>("raw", 0, 0, key, hasValue ? VALUE : null);
        EnvelopeHeaders.add(event.headers(), "ce_rev", rev);
        return event;
    }

    @Test
    void records_atOlderRevs_areThoseNotRestampedAndNotDeleted() {
        // When
        put(uri("listed-again"), 3);
        put(uri("listed-again"), 10);
        put(uri("gone"), 3);
        put(uri("deleted"), 3);
        delete(uri("deleted"), 4);
        put(uri("came-meanwhile"), 11);

        // Then
        assertThat(versions.olderThan(HEAD)).containsExactly(AtUri.parse(uri("gone")));
    }

    @Test
    void versions_outOfOrder_countByRevNotByArrival() {
        // When
        put(uri("put-last"), 5);
        delete(uri("put-last"), 4);
        delete(uri("deleted-last"), 5);
        put(uri("deleted-last"), 4);

        // Then
        assertThat(versions.olderThan(HEAD)).containsExactly(AtUri.parse(uri("put-last")));
    }

    @Test
    void events_ofOthersOrWithoutReadableIdentity_doNotCount() {
        // When
        put("at://did:web:other.example/site.standard.document/1", 3);
        put(DID.value(), 3);
        put("at://" + DID + "/not a collection/1", 3);
        see(event(uri("no-rev"), "yesterday", true));
        see(new ConsumerRecord<>("raw", 0, 0, uri("no-header"), VALUE));
        see(new ConsumerRecord<>("raw", 0, 0, null, VALUE));

        // Then
        assertThat(versions.olderThan(HEAD)).isEmpty();
    }

    @Test
    void lastRead_isTheNewestRevThatAReadingStamped() {
        // Given
        assertThat(versions.lastRead()).isEmpty();
        ConsumerRecord<String, byte[]> read = event(uri("a"), rev(5).value(), true);
        EnvelopeHeaders.add(read.headers(), "ce_origin", "backfill");
        ConsumerRecord<String, byte[]> deleted = event(uri("b"), rev(6).value(), false);
        EnvelopeHeaders.add(deleted.headers(), "ce_origin", "backfill");
        ConsumerRecord<String, byte[]> live = event(uri("c"), rev(7).value(), true);
        EnvelopeHeaders.add(live.headers(), "ce_origin", "live");

        // When
        see(read);
        see(deleted);
        see(live);

        // Then
        assertThat(versions.lastRead()).contains(rev(6));
    }
}
