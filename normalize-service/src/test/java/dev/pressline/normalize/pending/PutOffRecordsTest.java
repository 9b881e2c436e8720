package dev.pressline.normalize.pending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.atproto.MovableClock;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.normalize.event.Outlook;
import dev.pressline.normalize.part.RawPlace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class PutOffRecordsTest {

    private static final int PARTITION = 3;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Did ALICE = Did.parse("did:web:alice.example");
    private static final String A1 = key(ALICE, "1");
    private static final String A2 = key(ALICE, "2");
    private static final String B1 = key(Did.parse("did:web:bob.example"), "1");

    private final MovableClock clock = new MovableClock();
    private final PendingDocuments documents = documents(100);
    private final PutOffRecords putOff = documents.putOff();

    private PendingDocuments documents(int limit) {
        PendingDocuments made =
                new PendingDocuments(
                        new PendingLimits(100, limit),
                        new Pauses(PAUSE, Duration.ofHours(6)),
                        clock);
        made.own(List.of(PARTITION)).forEach(PendingPartition::replayed);
        return made;
    }

    private static String key(Did did, String rkey) {
        return "at://" + did + "/site.standard.document/" + rkey;
    }

    private static Tid rev(int number) {
        return Tid.of(1_760_000_000_000_000L + number, 0);
    }

    /** A version stands at the offset of its number. */
    private static RawPlace place(int number) {
        return new RawPlace(rev(number), PARTITION, number);
    }

    private static Handled complete(String key, int number) {
        return new Handled(key, PARTITION, number, rev(number), Optional.empty());
    }

    private static Handled lacking(String key, int number) {
        return new Handled(
                key,
                PARTITION,
                number,
                rev(number),
                Optional.of(new Outlook(7, Outlook.Rhythm.SOON)));
    }

    private static ConsumerRecord<String, byte[]> read(ProducerRecord<String, byte[]> sent) {
        return read(sent, 0);
    }

    private static ConsumerRecord<String, byte[]> read(
            ProducerRecord<String, byte[]> sent, long offset) {
        return new ConsumerRecord<>(
                Topics.PENDING,
                sent.partition(),
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    private PutOff next() {
        return putOff.next().orElseThrow();
    }

    @Test
    void records_putOff_comeInTheirOrderAndAccountsTakeTurns() {
        // Given
        putOff.putOff(A2, place(7));
        putOff.putOff(A1, place(5));
        putOff.putOff(B1, place(9));

        // Then
        assertThat(List.of(next(), next(), next()))
                .extracting(PutOff::key)
                .containsExactly(A1, B1, A1);
        assertThat(putOff.before(next(), 8)).isEmpty();
        assertThat(putOff.before(next(), 8)).extracting(PutOff::key).containsExactly(A1, A2);
        assertThat(putOff.size()).isEqualTo(3);
    }

    @Test
    void record_putOffInANewerVersion_waitsOnceAtItsNewPlace() {
        // Given
        putOff.putOff(A1, place(5));

        // When
        putOff.putOff(A1, place(8));

        // Then
        assertThat(next().offset()).isEqualTo(8);
        assertThat(putOff.size()).isEqualTo(1);
    }

    @Test
    void version_olderThanWhatIsKnown_isNotPutOff() {
        // Given
        putOff.putOff(A1, place(8));
        documents.handled(lacking(A2, 8));

        // Then
        assertThat(putOff.putOff(A1, place(5))).isEmpty();
        assertThat(putOff.putOff(A2, place(5))).isEmpty();
        assertThat(next().offset()).isEqualTo(8);
    }

    @Test
    void version_newerHandledDirectly_dropsTheNoteOfTheOlder() {
        // Given
        PutOff old = putOff.putOff(A1, place(5)).orElseThrow();

        // When
        List<ProducerRecord<String, byte[]>> notes = documents.handled(complete(A1, 6));

        // Then
        assertThat(notes).singleElement().satisfies(note -> assertThat(note.value()).isNull());
        assertThat(putOff.waits(old)).isFalse();
        assertThat(putOff.next()).isEmpty();
        assertThat(putOff.done(old)).isEmpty();
    }

    @Test
    void version_olderHandledDirectly_leavesTheNewerPutOff() {
        // Given
        PutOff newer = putOff.putOff(A1, place(5)).orElseThrow();

        // Then
        assertThat(documents.handled(complete(A1, 4))).isEmpty();
        assertThat(putOff.waits(newer)).isTrue();
    }

    @Test
    void look_atAVersionBefore_sendsNothingOnceANewerIsPutOff() {
        // Given
        documents.handled(lacking(A1, 4));
        clock.move(PAUSE);
        PendingPartition.Due due = documents.due(1).getFirst();
        PutOff newer = putOff.putOff(A1, place(5)).orElseThrow();

        // When
        due.home()
                .settle(
                        due,
                        () -> {
                            throw new IllegalStateException("sent");
                        });

        // Then
        assertThat(putOff.waits(newer)).isTrue();
        assertThat(documents.size()).isZero();
    }

    @Test
    void record_putOffAndHandledAtLast_waitsAsAnyOther() {
        // Given
        putOff.putOff(A1, place(5));

        // When
        documents.handled(lacking(A1, 5));

        // Then
        assertThat(putOff.size()).isZero();
        clock.move(PAUSE);
        assertThat(documents.due(1)).extracting(PendingPartition.Due::key).containsExactly(A1);
    }

    @Test
    void record_doneWithoutAnEvent_getsATombstoneOnce() {
        // Given
        PutOff record = putOff.putOff(A1, place(5)).orElseThrow();

        // Then
        assertThat(putOff.done(record))
                .singleElement()
                .satisfies(note -> assertThat(note.value()).isNull());
        assertThat(putOff.done(record)).isEmpty();
        assertThat(putOff.size()).isZero();
    }

    @Test
    void account_thatIsStillArriving_hasToWaitWhileOthersDoNot() {
        // Given
        PutOff first = putOff.putOff(A1, place(5)).orElseThrow();
        putOff.putOff(B1, place(9));

        // When
        putOff.arriving(PARTITION, Set.of(ALICE));

        // Then
        assertThat(List.of(next(), next())).extracting(PutOff::key).containsExactly(B1, B1);
        assertThat(putOff.before(first, 100)).isEmpty();
        putOff.arriving(PARTITION, Set.of());
        assertThat(List.of(next(), next())).extracting(PutOff::key).contains(A1);
    }

    @Test
    void partition_ownedAgain_knowsWhatIsPutOff() {
        // Given
        ProducerRecord<String, byte[]> a1 =
                PutOffRecords.note(putOff.putOff(A1, place(5)).orElseThrow());
        ProducerRecord<String, byte[]> a2 =
                PutOffRecords.note(putOff.putOff(A2, place(6)).orElseThrow());
        ProducerRecord<String, byte[]> a2Done = documents.handled(complete(A2, 6)).getFirst();

        // When
        PendingPartition again = documents.own(List.of(PARTITION)).getFirst();
        List.of(a1, a2, a2Done).forEach(sent -> again.replay(read(sent)));

        // Then
        assertThat(putOff.next()).as("while it is still being read").isEmpty();
        again.replayed();
        assertThat(next().key()).isEqualTo(A1);
        assertThat(putOff.size()).isEqualTo(1);
    }

    @Test
    void note_ofAnOwnerBefore_thatComesLate_doesNotMakeForgetWhatWasPutOff() {
        // Given
        ProducerRecord<String, byte[]> newer =
                PutOffRecords.note(putOff.putOff(A1, place(5)).orElseThrow());
        documents.disown(List.of(PARTITION));
        ProducerRecord<String, byte[]> lateTombstone =
                documents.handled(complete(A1, 4)).getFirst();
        ProducerRecord<String, byte[]> lateWaiting = documents.handled(lacking(A1, 3)).getFirst();

        // When
        PendingPartition again = documents.own(List.of(PARTITION)).getFirst();
        List.of(newer, lateTombstone, lateWaiting).forEach(sent -> again.replay(read(sent)));
        again.replayed();

        // Then
        assertThat(next().offset()).isEqualTo(5);
    }

    @Test
    void record_rememberedAfterThePartitionWasReadAnew_waits() {
        // Given
        PutOff record = putOff.putOff(A1, place(5)).orElseThrow();
        documents.own(List.of(PARTITION)).forEach(PendingPartition::replayed);

        // When
        putOff.remember(record);

        // Then
        assertThat(putOff.waits(record)).isTrue();
    }

    @Test
    void partition_lost_isForgotten() {
        // Given
        PutOff record = putOff.putOff(A1, place(5)).orElseThrow();

        // When
        documents.disown(List.of(PARTITION));

        // Then
        assertThat(putOff.waits(record)).isFalse();
        assertThat(putOff.owns(PARTITION)).isFalse();
        assertThat(putOff.size()).isZero();
        assertThat(putOff.putOff(A2, place(6))).as("is noted for its next owner").isPresent();
        assertThat(putOff.size()).isZero();
    }

    @Test
    void records_beyondTheLimit_areCountedAndReadAgainWhenThereIsRoom() {
        // Given
        PendingDocuments few = documents(2);
        few.putOff().putOff(A1, place(5));
        few.putOff().putOff(A2, place(6));

        // When
        few.putOff().putOff(B1, place(7));

        // Then
        assertThat(few.putOff().size()).isEqualTo(3);
        assertThat(few.toReadOn()).isEmpty();
        assertThat(few.handled(complete(A1, 8))).hasSize(1);
        assertThat(few.toReadOn()).hasSize(1);
        assertThat(few.toReadOn()).as("while it is being read").isEmpty();
        assertThat(few.putOff().next()).isEmpty();
    }

    @Test
    void flood_muchLargerThanMemory_isDoneOnceInItsOrderThoughItsTopicKeepsEveryNote() {
        // Given
        PendingDocuments few = documents(4);
        List<ProducerRecord<String, byte[]>> topic = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            few.putOff()
                    .putOff(key(ALICE, "d" + i), place(i))
                    .ifPresent(record -> topic.add(PutOffRecords.note(record)));
        }

        // When
        List<Long> done = new ArrayList<>();
        for (int turns = 0; few.putOff().size() > 0; turns++) {
            assertThat(turns).as("turns of the lane, with %s", done).isLessThan(80);
            few.putOff()
                    .next()
                    .ifPresent(
                            record -> {
                                done.add(record.offset());
                                topic.addAll(few.putOff().done(record));
                            });
            few.toReadOn().forEach((partition, from) -> readOn(partition, topic, from));
        }

        // Then
        assertThat(done).containsExactlyElementsOf(LongStream.range(0, 40).boxed().toList());
    }

    private static void readOn(
            PendingPartition partition, List<ProducerRecord<String, byte[]>> topic, long from) {
        for (int offset = (int) from; offset < topic.size(); offset++) {
            partition.replay(read(topic.get(offset), offset));
        }
        partition.replayed();
    }

    @Test
    void oldest_ofSeveral_isTheOneThatWaitsLongest() {
        // Given
        assertThat(putOff.oldest()).isEmpty();
        PutOff first = putOff.putOff(A2, place(7)).orElseThrow();

        // When
        clock.move(PAUSE);
        putOff.putOff(B1, place(9));

        // Then
        assertThat(putOff.oldest()).contains(first.since());
    }

    @Test
    void records_aHundredThousandOfOneAccount_areKeptInOrder() {
        // Given
        PendingDocuments many = documents(100_000);

        // When
        for (int i = 0; i < 100_000; i++) {
            many.putOff().putOff(key(ALICE, "d" + i), place(i));
        }

        // Then
        PutOff first = many.putOff().next().orElseThrow();
        assertThat(first.offset()).isZero();
        assertThat(many.putOff().before(first, 200)).hasSize(200);
        assertThat(many.putOff().size()).isEqualTo(100_000);
    }
}
