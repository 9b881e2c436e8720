package dev.pressline.render.index;

import static dev.pressline.render.index.AccountBench.delete;
import static dev.pressline.render.index.AccountBench.publication;
import static dev.pressline.render.index.AccountBench.removal;
import static dev.pressline.render.index.AccountBench.republished;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.job.PrintJob;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Documents that were published several times at one address. */
class SharedAddressesTest {

    private final AccountBench bench = new AccountBench();

    private static List<Integer> items(List<PrintJob> jobs) {
        return jobs.stream()
                .filter(PrintJob.PrintChannel.class::isInstance)
                .map(job -> ((PrintJob.PrintChannel) job).items().size())
                .toList();
    }

    @Test
    void flush_documentPublishedAgainAtItsAddress_leadsToTheLaterOne() {
        // Given
        bench.apply(publication(1, "https://paper.example"));
        bench.apply(republished(1, 2, "/one"));
        bench.flush();

        // When
        bench.apply(republished(2, 3, "one/"));
        List<PrintJob> jobs = bench.flush();

        // Then
        assertThat(jobs.getFirst().folder()).contains("/doc2/");
        assertThat(jobs.getLast())
                .isEqualTo(
                        new PrintJob.MoveDocument(
                                Fixtures.documentUri(1), Fixtures.documentUri(2)));
        assertThat(items(jobs)).containsExactly(1, 1);
    }

    @Test
    void flush_canonicalDocumentDeleted_letsTheNextTakeOver() {
        // Given
        bench.apply(republished(1, 2, "/one"));
        bench.apply(republished(2, 3, "/one"));
        bench.apply(republished(3, 4, "/one"));
        bench.flush();

        // When
        bench.apply(delete(3, 5));
        List<PrintJob> jobs = bench.flush();

        // Then
        assertThat(jobs)
                .contains(
                        new PrintJob.MoveDocument(Fixtures.documentUri(1), Fixtures.documentUri(2)),
                        removal(3, Optional.of(5)));
        assertThat(jobs)
                .filteredOn(PrintJob.PrintDocument.class::isInstance)
                .extracting(PrintJob::folder)
                .containsExactly(ObjectKeys.document(Fixtures.documentUri(2)));
    }

    @Test
    void flush_documentThatMovesToAnotherAddress_standsForItselfAgain() {
        // Given
        bench.apply(republished(1, 2, "/one"));
        bench.apply(republished(2, 3, "/one"));
        bench.flush();

        // When
        bench.apply(republished(2, 4, "/two"));
        List<PrintJob> jobs = bench.flush();

        // Then
        assertThat(jobs)
                .filteredOn(PrintJob.PrintDocument.class::isInstance)
                .extracting(PrintJob::folder)
                .containsExactlyInAnyOrder(
                        ObjectKeys.document(Fixtures.documentUri(1)),
                        ObjectKeys.document(Fixtures.documentUri(2)));
    }

    @Test
    void flush_documentsWithoutAPath_areNoDuplicates() {
        // Given
        bench.apply(republished(1, 2, ""));
        bench.apply(republished(2, 3, "/"));

        // When / Then
        assertThat(bench.flush()).filteredOn(PrintJob.PrintDocument.class::isInstance).hasSize(2);
    }

    @Test
    void flush_addressUsedVeryOften_keepsTheNewestAndDropsTheRest() {
        // Given
        for (int i = 1; i <= Duplicates.KEPT + 5; i++) {
            bench.apply(republished(i, i, "/same"));
        }

        // When
        List<PrintJob> jobs = bench.flush();

        // Then
        assertThat(jobs).filteredOn(PrintJob.PrintDocument.class::isInstance).hasSize(1);
        assertThat(jobs)
                .filteredOn(PrintJob.MoveDocument.class::isInstance)
                .hasSize(Duplicates.KEPT - 1)
                .extracting(job -> ((PrintJob.MoveDocument) job).to())
                .containsOnly(Fixtures.documentUri(Duplicates.KEPT + 5));
        assertThat(jobs).filteredOn(PrintJob.RemoveDocument.class::isInstance).hasSize(5);
    }
}
