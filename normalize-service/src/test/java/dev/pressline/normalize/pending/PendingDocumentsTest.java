package dev.pressline.normalize.pending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.atproto.MovableClock;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.normalize.event.Outlook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class PendingDocumentsTest {

    private static final Optional<Outlook> SOON = Optional.of(new Outlook(7, Outlook.Rhythm.SOON));

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int PARTITION = 3;

    private final MovableClock clock = new MovableClock();
    private final PendingDocuments documents = documents(100);

    private PendingDocuments documents(int limit) {
        PendingDocuments made =
                new PendingDocuments(
                        new PendingLimits(limit, limit),
                        new Pauses(PAUSE, Duration.ofHours(6)),
                        clock);
        made.own(List.of(PARTITION)).forEach(PendingPartition::replayed);
        return made;
    }

    private static Tid rev(int number) {
        return Tid.of(1_760_000_000_000_000L + number, 0);
    }

    private static Handled pending(String key, int rev) {
        return new Handled(key, PARTITION, rev, rev(rev), SOON);
    }

    private static Handled complete(String key, int rev) {
        return new Handled(key, PARTITION, rev, rev(rev), Optional.empty());
    }

    private PendingPartition.Due dueAfter(Duration pause) {
        clock.move(pause);
        return documents.due(10).getFirst();
    }

    private static ConsumerRecord<String, byte[]> note(
            ProducerRecord<String, byte[]> sent, long timestamp) {
        byte[] value = sent.value();
        return new ConsumerRecord<>(
                Topics.PENDING,
                sent.partition(),
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    @Test
    void document_completeFromTheStart_leavesNoNote() {
        assertThat(documents.handled(complete("k", 1))).isEmpty();
        assertThat(documents.size()).isZero();
    }

    @Test
    void document_pending_isNotedWithTheCoordinatesOfItsRawRecord() {
        // When
        ProducerRecord<String, byte[]> note = documents.handled(pending("k", 5)).getFirst();

        // Then
        assertThat(PendingNotes.read(note(note, 0)))
                .contains(
                        new PendingDocument(
                                PARTITION,
                                5,
                                rev(5),
                                clock.instant(),
                                0,
                                7,
                                SOON.map(Outlook::rhythm),
                                Optional.empty()));
    }

    @Test
    void document_completeOrDeletedAfterAll_getsATombstoneOnce() {
        // Given
        documents.handled(pending("k", 1));

        // Then
        assertThat(documents.handled(complete("k", 2)))
                .singleElement()
                .satisfies(note -> assertThat(note.value()).isNull());
        assertThat(documents.handled(complete("k", 3))).isEmpty();
        assertThat(documents.size()).isZero();
    }

    @Test
    void version_older_arrivingLate_leavesTheNewerWaiting() {
        // Given
        documents.handled(pending("k", 5));

        // Then
        assertThat(documents.handled(complete("k", 4))).isEmpty();
        assertThat(documents.handled(pending("k", 3))).isEmpty();
        assertThat(dueAfter(PAUSE).document().rev()).isEqualTo(rev(5));
    }

    @Test
    void version_same_arrivingAgain_waitsAtItsNewPlace() {
        // Given
        documents.handled(pending("k", 5));
        documents.handled(new Handled("k", PARTITION, 99, rev(5), SOON));

        // Then
        assertThat(dueAfter(PAUSE).document().offset()).isEqualTo(99);
    }

    @Test
    void document_thatLacksSomethingAgain_isDueSoonAndNotAfterTheLongestPause() {
        // Given
        Outlook daily = new Outlook(7, Outlook.Rhythm.DAILY);
        documents.handled(new Handled("k", PARTITION, 1, rev(1), Optional.of(daily)));
        PendingPartition.Due due = dueAfter(Duration.ofHours(24));
        due.home().settle(due, () -> Optional.of(due.document().lookedAt(daily)));
        PendingPartition.Due next = dueAfter(Duration.ofHours(24));

        // When
        next.home().settle(next, () -> Optional.of(next.document().lookedAt(SOON.orElseThrow())));

        // Then
        clock.move(PAUSE);
        assertThat(documents.due(10)).hasSize(1);
    }

    @Test
    void document_isDueAfterItsPauseAndLongerEachRound() {
        // Given
        documents.handled(pending("k", 1));
        assertThat(documents.due(10)).isEmpty();

        // When
        PendingPartition.Due first = dueAfter(PAUSE);
        first.home()
                .settle(
                        first,
                        () ->
                                Optional.of(
                                        first.document()
                                                .lookedAt(new Outlook(7, Outlook.Rhythm.SOON))));

        // Then
        clock.move(PAUSE);
        assertThat(documents.due(10)).isEmpty();
        clock.move(PAUSE);
        assertThat(documents.due(10))
                .singleElement()
                .satisfies(due -> assertThat(due.document().round()).isEqualTo(1));
    }

    @Test
    void documents_due_comeLongestFirstAndAFewAtATime() {
        // Given
        for (int i = 0; i < 5; i++) {
            documents.handled(pending("k" + i, 1));
            clock.move(Duration.ofSeconds(1));
        }
        clock.move(PAUSE);

        // Then
        assertThat(documents.due(2))
                .extracting(PendingPartition.Due::key)
                .containsExactly("k0", "k1");
    }

    @Test
    void look_thatEndsAfterANewerVersionWasHandled_sendsNothing() {
        // Given
        documents.handled(pending("k", 1));
        PendingPartition.Due due = dueAfter(PAUSE);
        AtomicInteger sent = new AtomicInteger();

        // When
        documents.handled(pending("k", 2));
        due.home()
                .settle(
                        due,
                        () -> {
                            sent.incrementAndGet();
                            return Optional.empty();
                        });

        // Then
        assertThat(sent).hasValue(0);
        assertThat(documents.size()).isEqualTo(1);
    }

    @Test
    void look_thatCannotSend_changesNothingAndIsPutOff() {
        // Given
        documents.handled(pending("k", 1));
        PendingPartition.Due due = dueAfter(PAUSE);

        // When
        assertThatThrownBy(
                        () ->
                                due.home()
                                        .settle(
                                                due,
                                                () -> {
                                                    throw new InfrastructureException(
                                                            "down", Duration.ZERO);
                                                }))
                .isInstanceOf(InfrastructureException.class);
        due.home().putOff(due);

        // Then
        assertThat(documents.due(10)).isEmpty();
        assertThat(dueAfter(PAUSE).document()).isEqualTo(due.document());
    }

    @Test
    void partition_lost_isForgottenAndItsLooksSendNothing() {
        // Given
        documents.handled(pending("k", 1));
        PendingPartition.Due due = dueAfter(PAUSE);

        // When
        documents.disown(List.of(PARTITION));
        due.home()
                .settle(
                        due,
                        () -> {
                            throw new IllegalStateException("sent");
                        });

        // Then
        assertThat(documents.size()).isZero();
        assertThat(documents.due(10)).isEmpty();
    }

    @Test
    void partition_notOurs_isNotedForItsOwnerAndNotRemembered() {
        // Given
        documents.disown(List.of(PARTITION));

        // Then
        assertThat(documents.handled(pending("k", 1))).hasSize(1);
        assertThat(documents.handled(complete("k", 2)))
                .singleElement()
                .satisfies(note -> assertThat(note.value()).isNull());
        assertThat(documents.size()).isZero();
    }

    @Test
    void partition_ownedAgain_knowsWhatItsTopicSays() {
        // Given
        long noted = clock.instant().toEpochMilli();
        ProducerRecord<String, byte[]> a = documents.handled(pending("a", 1)).getFirst();
        ProducerRecord<String, byte[]> b = documents.handled(pending("b", 1)).getFirst();
        ProducerRecord<String, byte[]> bGone = documents.handled(complete("b", 2)).getFirst();

        // When
        PendingPartition again = documents.own(List.of(PARTITION)).getFirst();
        List.of(a, b, bGone).forEach(sent -> again.replay(note(sent, noted)));
        clock.move(PAUSE);

        // Then
        assertThat(documents.due(10)).as("while it is still being read").isEmpty();
        again.replayed();
        assertThat(documents.due(10)).extracting(PendingPartition.Due::key).containsExactly("a");
    }

    @Test
    void documents_beyondTheLimit_waitOnTheTopicAndAreReadAgainWhenThereIsRoom() {
        // Given
        PendingDocuments few = documents(2);
        few.handled(pending("a", 1));
        few.handled(pending("b", 1));

        // When
        assertThat(few.handled(pending("c", 1))).hasSize(1);

        // Then
        assertThat(few.size()).isEqualTo(2);
        assertThat(few.toReadOn()).isEmpty();
        assertThat(few.handled(complete("c", 2)))
                .as("nobody knows whether the topic has it")
                .hasSize(1);
        few.handled(complete("a", 2));
        assertThat(few.toReadOn()).hasSize(1);
    }

    @Test
    void documents_aHundredThousand_areKept() {
        // Given
        PendingDocuments many = documents(100_000);

        // When
        for (int i = 0; i < 100_001; i++) {
            many.handled(pending("at://did:plc:x/site.standard.document/" + i, 1));
        }
        clock.move(PAUSE);

        // Then
        assertThat(many.size()).isEqualTo(100_000);
        assertThat(many.due(16)).hasSize(16);
    }
}
