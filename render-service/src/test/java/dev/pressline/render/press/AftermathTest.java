package dev.pressline.render.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AftermathTest {

    private static final byte[] PAGE =
            "{\"type\":\"print-document\"}".getBytes(StandardCharsets.UTF_8);

    private final Aftermath aftermath = new Aftermath();
    private final CountDownLatch held = new CountDownLatch(1);
    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        aftermath.close();
    }

    private CompletableFuture<Void> begin(String key, Runnable work) {
        return aftermath.begin(Set.of(key), work).toCompletableFuture();
    }

    private CompletableFuture<Void> begin(String key) {
        return begin(key, () -> done.add(key));
    }

    private CompletableFuture<Void> beginHeld(String key) {
        return begin(
                key,
                () -> {
                    await(held);
                    done.add(key);
                });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Batch pageOf(String key) {
        return Batch.of(List.of(new ConsumerRecord<>("jobs", 0, 0, key, PAGE)));
    }

    /** Whether something ends only after what is held is let go. */
    private void assertWaits(Runnable waiting) {
        CompletableFuture<Void> ended =
                CompletableFuture.runAsync(waiting, Thread::startVirtualThread);
        assertThatThrownBy(() -> ended.get(200, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        held.countDown();
        ended.join();
    }

    @Test
    void begin_several_areDoneInTheirOrder() {
        // When
        beginHeld("a");
        begin("b");
        held.countDown();
        begin("c").join();

        // Then
        assertThat(done).containsExactly("a", "b", "c");
    }

    @Test
    void begin_thatAreTooManyBehind_waits() {
        // Given
        beginHeld("a");
        for (int other = 1; other < Aftermath.MOST; other++) {
            begin("b" + other);
        }

        // When, then
        assertWaits(() -> begin("c"));
    }

    @Test
    void begin_behindOneThatFailed_failsAndDoesNothing() {
        // Given
        CompletableFuture<Void> failed =
                begin(
                        "a",
                        () -> {
                            throw new IllegalStateException("no brokers");
                        });

        // When
        CompletableFuture<Void> next = begin("b");

        // Then
        assertThatThrownBy(failed::join).hasRootCauseMessage("no brokers");
        assertThatThrownBy(next::join).hasRootCauseMessage("no brokers");
        assertThat(done).isEmpty();
    }

    @Test
    void awaitRoomFor_pageOfAKeyThatIsLeft_waits() {
        beginHeld("a");
        assertWaits(() -> aftermath.awaitRoomFor(pageOf("a")));
        assertThat(done).containsExactly("a");
    }

    @Test
    void awaitRoomFor_pageOfAnotherKey_goesOn() {
        beginHeld("a");
        aftermath.awaitRoomFor(pageOf("b"));
        assertThat(done).isEmpty();
    }

    @Test
    void awaitRoomFor_pageOfAKeyThatIsDone_goesOn() {
        // Given
        begin("a").join();
        beginHeld("b");

        // When
        aftermath.awaitRoomFor(pageOf("a"));

        // Then
        assertThat(done).containsExactly("a");
    }

    @Test
    void awaitAll_whileSomethingIsLeft_waits() {
        beginHeld("a");
        assertWaits(aftermath::awaitAll);
        assertThat(done).containsExactly("a");
    }

    @Test
    void close_whileSomethingIsLeft_endsIt() {
        // Given
        CompletableFuture<Void> left = beginHeld("a");

        // When
        aftermath.close();

        // Then
        assertThatThrownBy(left::join).isNotNull();
        assertThat(done).isEmpty();
    }
}
