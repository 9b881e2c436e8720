package dev.pressline.testing.benchmarks.cores;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a document takes of the heap in each core is a count, which hardly depends on the machine.
 */
class AllocationTest {

    private static final int DOCUMENTS = 1_000;
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final CoresBenchmark CORES = new CoresBenchmark();

    private static Callable<?> core(String name) {
        return switch (name) {
            case "normalize" -> CORES::normalize;
            case "write" -> CORES::write;
            case "read" -> CORES::read;
            case "page" -> CORES::page;
            case "item" -> CORES::item;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static long allocated(Callable<?> core) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < DOCUMENTS; i++) {
            core.call();
        }
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / DOCUMENTS;
    }

    @ParameterizedTest
    @CsvSource({"normalize, 525", "write, 35", "read, 70", "page, 295", "item, 410"})
    void core_withADocumentOfTheCorpus_takesNoMoreOfTheHeapThanBefore(String name, int kilobytes)
            throws Exception {
        // Given
        Callable<?> core = core(name);
        allocated(core);

        // When
        long allocated = allocated(core);

        // Then
        assertThat(allocated).isLessThan(kilobytes * 1_000L);
    }
}
