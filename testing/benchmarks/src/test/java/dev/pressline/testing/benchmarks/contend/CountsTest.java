package dev.pressline.testing.benchmarks.contend;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.pressline.contract.event.Topics;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.watch.Snapshot;
import dev.pressline.testing.benchmarks.corpus.Row;
import dev.pressline.testing.benchmarks.measure.Cost;
import dev.pressline.testing.benchmarks.measure.Meter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractDoubleAssert;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a document of an import costs in counts: objects and bytes put, bytes of heap taken,
 * requests to the broker, and records on topics. Times depend on the machine, these hardly.
 */
class CountsTest {

    private static final int DOCUMENTS = 300;

    @TempDir Path directory;

    @Test
    @Timeout(600)
    void import_ofAFewDocuments_putsAndSendsNoMoreForEachThanBefore() {
        // Given
        List<Row> rows = new ArrayList<>(Row.publications(42));
        rows.addAll(Row.documents(42, 0, DOCUMENTS));

        try (Pressline pressline = Pressline.start(directory, Map.of())) {
            // When
            Cost cost = Meter.measure(pressline, rows);

            // Then
            Snapshot snapshot = pressline.look();
            assertSoftly(
                    softly -> {
                        softly.assertThat(cost.putsPerDocument()).as("objects put").isLessThan(9.5);
                        softly.assertThat(cost.bytesPerDocument())
                                .as("bytes put")
                                .isLessThan(160_000);
                        heap(softly, cost, Service.INGEST).isLessThan(900_000);
                        heap(softly, cost, Service.NORMALIZE).isLessThan(1_400_000);
                        heap(softly, cost, Service.RENDER).isLessThan(8_000_000);
                        softly.assertThat(cost.kafkaRequestsPerDocument())
                                .as("requests to the broker, some of them for each second")
                                .isLessThan(25);
                        each(softly, snapshot, Topics.NORMALIZED).isLessThan(1.2);
                        each(softly, snapshot, Topics.JOBS).isLessThan(5.5);
                        each(softly, snapshot, Topics.RENDERED).isLessThan(9.5);
                        each(softly, snapshot, Topics.FEEDS).isLessThan(5.5);
                    });
        }
    }

    private static AbstractDoubleAssert<?> heap(SoftAssertions softly, Cost cost, Service service) {
        return softly.assertThat(cost.allocatedPerDocument(service.title()))
                .as("bytes of heap that %s takes", service.title())
                .isPositive();
    }

    private static AbstractDoubleAssert<?> each(
            SoftAssertions softly, Snapshot snapshot, String topic) {
        return softly.assertThat((double) snapshot.written(topic) / DOCUMENTS).as(topic);
    }
}
