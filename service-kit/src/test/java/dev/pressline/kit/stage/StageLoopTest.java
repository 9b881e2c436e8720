package dev.pressline.kit.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.RejectedException;
import dev.pressline.kit.failure.StoppedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class StageLoopTest {

    private final Stages stage = Stages.acknowledging();

    @Test
    void turn_recordsOfOneAccount_areHandledAndSentInOrder() {
        // Given
        List<Long> seen = Collections.synchronizedList(new ArrayList<>());
        StageLoop loop =
                stage.loop(
                        input -> {
                            seen.add(input.offset());
                            return Stages.passOn(input);
                        });

        // When
        loop.turn(IntStream.range(0, 100).mapToObj(i -> Stages.input("a.example", i)).toList());

        // Then
        assertThat(seen).isSorted().hasSize(100);
        assertThat(keys(stage.sent(Stages.OUTPUT)))
                .containsExactlyElementsOf(
                        IntStream.range(0, 100)
                                .mapToObj(i -> Stages.input("a.example", i).key())
                                .toList());
        assertThat(stage.count("pressline.events", "outcome", "handled")).isEqualTo(100);
        assertThat(stage.inFlight()).isZero();
    }

    @Test
    void turn_recordAndStateOfOneAccount_areOneOrder() {
        // Given
        List<Long> seen = Collections.synchronizedList(new ArrayList<>());
        StageLoop loop =
                stage.loop(
                        input -> {
                            seen.add(input.offset());
                            return List.of();
                        });

        // When
        loop.turn(
                List.of(
                        Stages.input("a.example", 1),
                        Stages.input("did:web:a.example", 2, "{}"),
                        Stages.input("a.example", 3)));

        // Then
        assertThat(seen).containsExactly(1L, 2L, 3L);
    }

    @Test
    void turn_severalAccounts_areHandledSideBySide() {
        // Given
        CountDownLatch bothAtWork = new CountDownLatch(2);
        Map<String, Boolean> met = new ConcurrentHashMap<>();
        StageLoop loop =
                stage.loop(
                        input -> {
                            bothAtWork.countDown();
                            met.put(input.key(), awaits(bothAtWork));
                            return List.of();
                        });

        // When
        loop.turn(List.of(Stages.input("a.example", 1), Stages.input("b.example", 2)));

        // Then
        assertThat(met).hasSize(2).doesNotContainValue(false);
    }

    @Test
    void turn_keysOfOneAccountInLanesOfTheirOwn_areHandledSideBySideAndSentInOrder() {
        // Given
        CountDownLatch allAtWork = new CountDownLatch(3);
        StageLoop loop =
                stage.loop(
                        input -> {
                            allAtWork.countDown();
                            return awaits(allAtWork) ? Stages.passOn(input) : List.of();
                        },
                        Lane.KEY);
        List<ConsumerRecord<String, byte[]>> batch =
                List.of(
                        Stages.input("a.example", 1),
                        Stages.input("a.example", 2),
                        Stages.input("a.example", 3));

        // When
        loop.turn(batch);

        // Then
        assertThat(keys(stage.sent(Stages.OUTPUT)))
                .containsExactlyElementsOf(batch.stream().map(ConsumerRecord::key).toList());
    }

    @Test
    void turn_recordsOfOneKeyInALaneOfTheirOwn_areHandledInOrder() {
        // Given
        List<Long> seen = Collections.synchronizedList(new ArrayList<>());
        StageLoop loop =
                stage.loop(
                        input -> {
                            seen.add(input.offset());
                            return List.of();
                        },
                        Lane.KEY);

        // When
        loop.turn(
                IntStream.range(0, 50)
                        .mapToObj(i -> Stages.input("did:web:a.example", i, "{}"))
                        .toList());

        // Then
        assertThat(seen).isSorted().hasSize(50);
    }

    @Test
    void turn_unacknowledgedEvent_holdsTheBatchBack() throws Exception {
        // Given
        Stages silent = Stages.silent();
        StageLoop loop = silent.loop(Stages::passOn);

        // When
        Thread turning =
                Thread.ofPlatform().start(() -> loop.turn(List.of(Stages.input("a.example", 1))));
        while (silent.kafka.history().isEmpty() || isAtWork(turning)) {
            Thread.onSpinWait();
        }
        Thread.State sent = turning.getState();
        silent.kafka.completeNext();
        turning.join();

        // Then
        assertThat(sent).isEqualTo(Thread.State.WAITING);
    }

    private static boolean isAtWork(Thread thread) {
        return switch (thread.getState()) {
            case NEW, RUNNABLE, BLOCKED -> true;
            case WAITING, TIMED_WAITING, TERMINATED -> false;
        };
    }

    @Test
    void turn_recordThatCanNeverSucceed_isDeadLetteredAlone() {
        // Given
        StageLoop loop =
                stage.loop(
                        input -> {
                            if (input.offset() == 2) {
                                throw new RejectedException("bad-record", "field /title: is bad");
                            }
                            return Stages.passOn(input);
                        });

        // When
        loop.turn(
                List.of(
                        Stages.input("a.example", 1),
                        Stages.input("a.example", 2),
                        Stages.input("a.example", 3)));

        // Then
        assertThat(stage.sent(Stages.OUTPUT)).hasSize(2);
        ProducerRecord<String, byte[]> letter = only(stage.sent(Stages.DEAD_LETTERS));
        assertThat(letter.key()).isEqualTo(Stages.input("a.example", 2).key());
        assertThat(reason(letter)).isEqualTo("bad-record");
        assertThat(stage.count("pressline.dead.letters", "reason", "bad-record")).isEqualTo(1);
    }

    @Test
    void turn_afterACrashBeforeTheCommit_sendsNoLetterThatTheQueueHas() {
        // Given
        StageLoop loop =
                stage.loop(
                        input -> {
                            throw new RejectedException("bad-record", "field /title: is bad");
                        });
        stage.sentBefore.add(new LetterOrigin("3", "1"));

        // When
        loop.turn(List.of(Stages.input("a.example", 1), Stages.input("a.example", 2)));

        // Then
        ProducerRecord<String, byte[]> letter = only(stage.sent(Stages.DEAD_LETTERS));
        assertThat(letter.key()).isEqualTo(Stages.input("a.example", 2).key());
    }

    @Test
    void turn_infrastructureDown_isWaitedOutWithoutDeadLetter() {
        // Given
        AtomicInteger tries = new AtomicInteger();
        StageLoop loop =
                stage.loop(
                        input -> {
                            if (tries.incrementAndGet() <= StageLoop.TRIES + 1) {
                                throw new InfrastructureException("store is down", Duration.ZERO);
                            }
                            return Stages.passOn(input);
                        });

        // When
        loop.turn(List.of(Stages.input("a.example", 1)));

        // Then
        assertThat(stage.sent(Stages.OUTPUT)).hasSize(1);
        assertThat(stage.sent(Stages.DEAD_LETTERS)).isEmpty();
        assertThat(stage.count("pressline.events", "outcome", "infrastructure-failure"))
                .isEqualTo(StageLoop.TRIES + 1);
    }

    @Test
    void turn_unknownFailureThatPasses_isTriedAgain() {
        // Given
        AtomicInteger tries = new AtomicInteger();
        StageLoop loop =
                stage.loop(
                        input -> {
                            if (tries.incrementAndGet() < StageLoop.TRIES) {
                                throw new IllegalStateException("odd");
                            }
                            return Stages.passOn(input);
                        });

        // When
        loop.turn(List.of(Stages.input("a.example", 1)));

        // Then
        assertThat(tries).hasValue(StageLoop.TRIES);
        assertThat(stage.sent(Stages.OUTPUT)).hasSize(1);
        assertThat(stage.sent(Stages.DEAD_LETTERS)).isEmpty();
    }

    @Test
    void turn_unknownFailureThatStays_isDeadLetteredAfterThreeTries() {
        // Given
        AtomicInteger tries = new AtomicInteger();
        StageLoop loop =
                stage.loop(
                        input -> {
                            tries.incrementAndGet();
                            throw new IllegalStateException("odd");
                        });

        // When
        loop.turn(List.of(Stages.input("a.example", 1)));

        // Then
        assertThat(tries).hasValue(StageLoop.TRIES);
        ProducerRecord<String, byte[]> letter = only(stage.sent(Stages.DEAD_LETTERS));
        assertThat(reason(letter)).isEqualTo(StageLoop.UNKNOWN);
        assertThat(EnvelopeHeaders.text(letter.headers(), "dead-letter-cause"))
                .contains("java.lang.IllegalStateException: odd");
    }

    @Test
    void turn_recordThatOverflowsTheStack_isDeadLetteredAlone() {
        // Given
        StageLoop loop =
                stage.loop(input -> input.offset() == 1 ? endless(input) : Stages.passOn(input));

        // When
        loop.turn(List.of(Stages.input("a.example", 1), Stages.input("a.example", 2)));

        // Then
        assertThat(reason(only(stage.sent(Stages.DEAD_LETTERS)))).isEqualTo(StageLoop.UNKNOWN);
        assertThat(stage.sent(Stages.OUTPUT)).hasSize(1);
    }

    @Test
    void turn_interruptedWhileWaiting_stopsAndSendsNothing() throws InterruptedException {
        // Given
        CountDownLatch waiting = new CountDownLatch(1);
        StageLoop loop =
                stage.loop(
                        input -> {
                            if (input.key().contains("down")) {
                                waiting.countDown();
                                throw new InfrastructureException("down", Duration.ofSeconds(30));
                            }
                            return Stages.passOn(input);
                        });
        AtomicReference<Throwable> thrown = new AtomicReference<>();

        // When
        Thread turning =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        loop.turn(
                                                List.of(
                                                        Stages.input("a.example", 1),
                                                        Stages.input("down.example", 2)));
                                    } catch (RuntimeException e) {
                                        thrown.set(e);
                                    }
                                });
        assertThat(awaits(waiting)).isTrue();
        turning.interrupt();
        turning.join();

        // Then
        assertThat(thrown.get()).isInstanceOf(StoppedException.class);
        assertThat(stage.kafka.history()).isEmpty();
        assertThat(stage.count("pressline.events", "outcome", "handled")).isZero();
        assertThat(stage.inFlight()).isZero();
    }

    @Test
    void turn_handlerThatIsStopped_isNoFailureOfTheRecord() {
        StageLoop loop =
                stage.loop(
                        input -> {
                            throw new StoppedException();
                        });

        assertThatExceptionOfType(StoppedException.class)
                .isThrownBy(() -> loop.turn(List.of(Stages.input("a.example", 1))));
        assertThat(stage.kafka.history()).isEmpty();
    }

    @Test
    void turn_brokerThatRefusesAtFirst_getsEverythingAgain() {
        // Given
        stage.kafka.sendException = new TimeoutException("no broker");
        AtomicInteger handled = new AtomicInteger();
        StageLoop loop =
                stage.loop(
                        input -> {
                            handled.incrementAndGet();
                            return Stages.passOn(input);
                        });
        CompletableFuture<Void> turn =
                CompletableFuture.runAsync(() -> loop.turn(List.of(Stages.input("a.example", 1))));
        while (stage.count("pressline.events", "outcome", "infrastructure-failure") < 1) {
            Thread.onSpinWait();
        }

        // When
        stage.kafka.sendException = null;

        // Then
        turn.join();
        assertThat(stage.sent(Stages.OUTPUT)).hasSize(1);
        assertThat(handled).hasValue(1);
    }

    @Test
    void turn_recordsWithUnreadableKeysOrNone_areHandled() {
        // Given
        StageLoop loop = stage.loop(Stages::passOn);

        // When
        loop.turn(
                List.of(
                        Stages.input("not a key", 1, "x"),
                        new ConsumerRecord<>(Stages.INPUT, 0, 2L, null, new byte[] {1})));

        // Then
        assertThat(keys(stage.sent(Stages.OUTPUT))).containsExactlyInAnyOrder("not a key", null);
    }

    @Test
    void turn_emptyBatch_sendsNothing() {
        stage.loop(Stages::passOn).turn(List.of());

        assertThat(stage.kafka.history()).isEmpty();
    }

    private static List<ProducerRecord<String, byte[]>> endless(
            ConsumerRecord<String, byte[]> input) {
        return new ArrayList<>(endless(input));
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> keys(List<ProducerRecord<String, byte[]>> events) {
        return events.stream().map(ProducerRecord::key).toList();
    }

    private static ProducerRecord<String, byte[]> only(List<ProducerRecord<String, byte[]>> all) {
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static String reason(ProducerRecord<String, byte[]> letter) {
        return EnvelopeHeaders.text(letter.headers(), "dead-letter-reason").orElse("");
    }
}
