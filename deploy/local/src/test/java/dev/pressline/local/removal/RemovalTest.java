package dev.pressline.local.removal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.Operation;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RemovalTest {

    private static final Did DID = Did.parse("did:web:a.example");
    private static final AtUri ONE = AtUri.parse("at://did:web:a.example/site.standard.document/1");
    private static final AtUri TWO = AtUri.parse("at://did:web:a.example/site.standard.document/2");
    private static final EventKey ACCOUNT = new EventKey.OfAccount(DID);
    private static final Tid REV = Tid.parse("3mf42slbt3g42");
    private static final Clock BEFORE = Clock.fixed(REV.instant().minusSeconds(60), ZoneOffset.UTC);
    private static final Clock AFTER =
            Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);

    private static ConsumerRecord<String, byte[]> read(String key, Optional<String> value) {
        return read(key, value, REV.value());
    }

    private static ConsumerRecord<String, byte[]> read(
            String key, Optional<String> value, String rev) {
        RecordHeaders headers = new RecordHeaders();
        EnvelopeHeaders.add(headers, "ce_rev", rev);
        byte[] bytes = value.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null);
        return new ConsumerRecord<>(
                Topics.RAW,
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                bytes,
                headers,
                Optional.empty());
    }

    private static RawHoldings holdings(EventKey subject) {
        return holdings(subject, AFTER);
    }

    private static RawHoldings holdings(EventKey subject, Clock clock) {
        RawHoldings holdings = new RawHoldings(List.of(subject), clock);
        holdings.accept(read(ONE.toString(), Optional.of("{}")));
        holdings.accept(read(TWO.toString(), Optional.of("{}")));
        holdings.accept(read("at://did:web:b.example/x.y.z/1", Optional.of("{}")));
        holdings.accept(read("no key of ours", Optional.of("{}")));
        return holdings;
    }

    @Test
    void holdings_ofAnAccount_areItsRecordsThatAreThere() {
        // Given
        RawHoldings holdings = holdings(ACCOUNT);

        // When
        holdings.accept(read(TWO.toString(), Optional.empty()));

        // Then
        assertThat(holdings.held()).containsExactly(ONE);
    }

    @Test
    void holdings_ofARecord_areThatRecord() {
        assertThat(holdings(new EventKey.OfRecord(TWO)).held()).containsExactly(TWO);
    }

    @Test
    void next_version_isNewerThanTheClockAndThanAllThatIsThere() {
        assertThat(holdings(ACCOUNT, BEFORE).next()).isGreaterThan(REV);
        assertThat(holdings(ACCOUNT, AFTER).next().instant()).isEqualTo(AFTER.instant());
    }

    @Test
    void next_behindAVersionFromTheFuture_isOfNowSinceThatCountsForNobody() {
        // Given
        RawHoldings holdings = holdings(ACCOUNT);

        // When
        holdings.accept(read(ONE.toString(), Optional.of("{}"), "7zzzzzzzzzzzz"));

        // Then
        assertThat(holdings.next().instant()).isEqualTo(AFTER.instant());
    }

    @Test
    void events_ofAnOperator_areReadLikeThoseOfAHost() {
        // When
        ProducerRecord<String, byte[]> hidden = RemovalEvents.hidden(DID, REV, "takendown");
        ProducerRecord<String, byte[]> deleted = RemovalEvents.deleted(ONE, REV);

        // Then
        assertThat(new String(hidden.value(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"did\":\"did:web:a.example\",\"active\":false,\"status\":\"takendown\"}");
        Envelope envelope = EnvelopeHeaders.read(deleted.key(), deleted.headers(), false);
        assertThat(envelope.key()).isEqualTo(new EventKey.OfRecord(ONE));
        assertThat(envelope.rev()).isEqualTo(REV);
        assertThat(envelope.operation()).isEqualTo(Operation.DELETE);
        assertThat(deleted.value()).isNull();
        assertThat(new String(RemovalEvents.shown(DID, REV).value(), StandardCharsets.UTF_8))
                .isEqualTo("{\"did\":\"did:web:a.example\",\"active\":true}");
    }

    @Test
    void remains_ofAnAccount_areValuesUnderItsKeysAndSuchAsNameIt() {
        // Given
        Remains remains = new Remains(List.of(ACCOUNT));

        // When
        remains.accept(read(ONE.toString(), Optional.of("{}")));
        remains.accept(read("index.html", Optional.of("[\"at://did:web:a.example/x.y.z/1\"]")));
        remains.accept(read("index.html", Optional.of("[]")));
        remains.accept(read(TWO.toString(), Optional.empty()));
        remains.accept(read("other", Optional.of("{}")));

        // Then
        assertThat(remains.found()).isEqualTo(2);
        assertThat(remains.lasting()).isEqualTo(1);
        assertThat(remains.largeValues()).isEmpty();
    }

    @Test
    void remains_ofWhatIsTooLargeForATopic_nameItsValue() {
        // Given
        Remains remains = new Remains(List.of(ACCOUNT));
        ConsumerRecord<String, byte[]> large = read(ONE.toString(), Optional.of(""));
        EnvelopeHeaders.add(large.headers(), EnvelopeHeaders.VALUE_REFERENCE, "abc");

        // When
        remains.accept(large);

        // Then
        assertThat(remains.largeValues()).containsExactly("abc");
    }

    @Test
    void remains_ofARecord_areFoundByItsAddressAndItsPage() {
        // Given
        Remains remains = new Remains(List.of(new EventKey.OfRecord(ONE)));

        // When
        remains.accept(read(ONE.toString(), Optional.of("{}")));
        remains.accept(read("document/did:web:a.example/1/", Optional.of("{}")));
        remains.accept(read(TWO.toString(), Optional.of("{}")));

        // Then
        assertThat(remains.found()).isEqualTo(2);
    }
}
