package dev.pressline.testing.benchmarks.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedWorkTest {

    private static final int NEWEST = FeedWork.ITEMS;
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final FeedWork work = new FeedWork();

    @Test
    void feeds_splicedFromItemsThatAreReady_haveTheBytesOfFeedsRenderedAnew() {
        // Given
        List<byte[]> anew = work.anew(NEWEST);

        // When
        List<byte[]> spliced = work.spliced(NEWEST);

        // Then
        assertThat(spliced).hasSize(3).usingRecursiveComparison().isEqualTo(anew);
        assertThat(work.kept(NEWEST)).usingRecursiveComparison().isEqualTo(anew);
    }

    @Test
    void feeds_splicedFromItemsThatAreReady_takeNoMoreThanTheirOwnBytes() {
        // Given
        int size = work.spliced(NEWEST).stream().mapToInt(feed -> feed.length).sum();
        long before = THREADS.getCurrentThreadAllocatedBytes();

        // When
        work.kept(NEWEST);

        // Then
        long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(taken).isLessThan(size * 11L / 10);
    }
}
