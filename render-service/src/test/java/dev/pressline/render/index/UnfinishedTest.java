package dev.pressline.render.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Until when a part of the index is pending. */
class UnfinishedTest {

    private final MockProcessorContext<String, byte[]> context = new MockProcessorContext<>();
    private final PendingWork pending = new PendingWork();
    private final Unfinished unfinished = new Unfinished(context, pending, "-part");

    @BeforeEach
    void beginWithNothingLeft() {
        unfinished.printed(false);
        unfinished.looked();
        context.resetCommit();
    }

    @Test
    void beginning_isPendingSinceNobodyKnowsWhatIsLeft() {
        new Unfinished(context, pending, "-other");

        assertThat(pending.total()).isOne();
    }

    @Test
    void printed_withNothingLeft_isPendingUntilTheLookBehindTheCommit() {
        // When
        unfinished.marked();
        unfinished.printed(false);

        // Then
        assertThat(context.committed()).isTrue();
        assertThat(pending.total()).isOne();
        unfinished.looked();
        assertThat(pending.total()).isZero();
    }

    @Test
    void printed_withSomethingLeft_isPendingAndWaitsWithTheCommit() {
        // When
        unfinished.marked();
        unfinished.printed(true);
        unfinished.looked();

        // Then
        assertThat(context.committed()).isFalse();
        assertThat(pending.total()).isOne();
    }

    @Test
    void printed_withNothingMarked_asksForNoCommit() {
        // When
        unfinished.printed(false);

        // Then
        assertThat(context.committed()).isFalse();
        assertThat(pending.total()).isZero();
    }

    @Test
    void marked_betweenPrintAndLook_isPendingOn() {
        // When
        unfinished.marked();
        unfinished.printed(false);
        unfinished.marked();
        unfinished.looked();

        // Then
        assertThat(pending.total()).isOne();
    }

    @Test
    void end_withSomethingLeft_isPendingElsewhere() {
        // When
        unfinished.marked();
        unfinished.end();

        // Then
        assertThat(pending.total()).isZero();
    }
}
