package dev.pressline.render.index;

import static dev.pressline.render.index.AccountBench.delete;
import static dev.pressline.render.index.AccountBench.document;
import static dev.pressline.render.index.AccountBench.loose;
import static dev.pressline.render.index.AccountBench.publication;
import static dev.pressline.render.index.AccountBench.removal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.index.AccountBench.Event;
import dev.pressline.render.job.PrintJob;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Documents and publications of one account, and the channels that list them. */
class AccountIndexTest {

    private final AccountBench bench = new AccountBench();

    private static List<Boolean> newChannels(List<PrintJob> jobs) {
        return jobs.stream()
                .filter(PrintJob.PrintChannel.class::isInstance)
                .map(job -> ((PrintJob.PrintChannel) job).isNew().orElseThrow())
                .toList();
    }

    @Test
    void recordOfNoKindOfOurs_deleted_leavesTheDocumentOfItsKeyAlone() {
        // Given
        bench.apply(document(1, 1, "One"));
        bench.flush();
        AtUri other = AtUri.parse("at://" + Fixtures.DID + "/site.standard.graph.recommend/doc1");

        // When
        bench.apply(new Event(new EventKey.OfRecord(other), 2, Optional.empty()));

        // Then
        assertThat(bench.flush()).isEmpty();
    }

    @Test
    void flush_newDocument_printsPageBeforeChannels() {
        // Given
        bench.apply(publication(1, "https://paper.example"));
        bench.apply(document(1, 2, "One"));

        // When
        List<PrintJob> jobs = bench.flush();

        // Then
        assertThat(jobs)
                .extracting(PrintJob::folder)
                .containsExactly(
                        "document/" + Fixtures.DID + "/doc1/",
                        "publication/" + Fixtures.DID + "/3lab/",
                        "author/" + Fixtures.DID + "/");
        assertThat(((PrintJob.PrintDocument) jobs.getFirst()).document().canonicalUrl())
                .contains("https://paper.example/1");
    }

    @Test
    void apply_sameEventTwice_printsNothingAgain() {
        // Given
        bench.apply(document(1, 2, "One"));
        bench.flush();

        // When
        AccountIndex.Outcome outcome = bench.apply(document(1, 2, "One"));

        // Then
        assertThat(outcome).isEqualTo(AccountIndex.Outcome.UNCHANGED);
        assertThat(bench.flush()).isEmpty();
    }

    @Test
    void apply_olderRevAfterDelete_staysDeleted() {
        // Given
        bench.apply(document(1, 2, "One"));
        bench.apply(delete(1, 5));
        bench.flush();

        // When
        AccountIndex.Outcome outcome = bench.apply(document(1, 4, "Late"));

        // Then
        assertThat(outcome).isEqualTo(AccountIndex.Outcome.STALE);
        assertThat(bench.flush()).isEmpty();
    }

    @Test
    void flush_ofPagesOnly_leavesChannelsAndNeighboursForLater() {
        // Given
        bench.apply(publication(1, "https://paper.example"));
        bench.apply(document(1, 2, "One"));
        bench.flush();
        bench.apply(document(2, 3, "Two"));

        // When
        List<PrintJob> pages = bench.flushPages();
        List<PrintJob> rest = bench.flush();

        // Then
        assertThat(pages)
                .extracting(PrintJob::folder)
                .containsExactly("document/" + Fixtures.DID + "/doc2/");
        assertThat(rest)
                .extracting(PrintJob::folder)
                .containsExactly(
                        "document/" + Fixtures.DID + "/doc1/",
                        "publication/" + Fixtures.DID + "/3lab/",
                        "author/" + Fixtures.DID + "/");
    }

    @Test
    void flush_ofPagesOnlyAfterADelete_leavesChannelsThatNeverNamedItForLater() {
        // Given
        bench.apply(publication(1, "https://paper.example"));
        bench.apply(document(1, 2, "One"));
        bench.apply(loose(2, 3));
        bench.flush();
        bench.apply(document(3, 4, "Three"));
        bench.apply(delete(2, 5));

        // When
        List<PrintJob> atOnce = bench.flushPages();
        List<PrintJob> rest = bench.flush();

        // Then
        String publication = "publication/" + Fixtures.DID + "/3lab/";
        assertThat(atOnce)
                .extracting(PrintJob::folder)
                .contains("author/" + Fixtures.DID + "/")
                .doesNotContain(publication);
        assertThat(rest).extracting(PrintJob::folder).contains(publication);
    }

    @Test
    void flush_ofPagesOnlyAfterADelete_printsPagesThatLedToItBeforeItGoes() {
        // Given
        bench.apply(publication(1, "https://paper.example"));
        bench.apply(document(1, 2, "One"));
        bench.apply(document(2, 3, "Two"));
        bench.apply(document(3, 4, "Three"));
        bench.flush();
        bench.apply(delete(2, 5));

        // When
        List<PrintJob> jobs = bench.flushPages();

        // Then
        assertThat(jobs)
                .extracting(PrintJob::folder)
                .startsWith(
                        "document/" + Fixtures.DID + "/doc3/",
                        "document/" + Fixtures.DID + "/doc1/");
        assertThat(jobs).last().isEqualTo(removal(2, Optional.of(5)));
    }

    @Test
    void flush_ofPagesOnlyAfterADelete_printsChannelsAtOnce() {
        // Given
        bench.apply(publication(1, "https://paper.example"));
        bench.apply(document(1, 2, "One"));
        bench.apply(document(2, 3, "Two"));
        bench.flush();
        bench.apply(delete(2, 4));

        // When
        List<PrintJob> jobs = bench.flushPages();

        // Then
        assertThat(jobs)
                .hasAtLeastOneElementOfType(PrintJob.PrintChannel.class)
                .last()
                .isEqualTo(removal(2, Optional.of(4)));
    }

    @Test
    void flush_documentNeverKnownBefore_isNewUntilItWasPrintedOnce() {
        // Given
        bench.apply(document(1, 2, "One"));
        bench.apply(document(1, 3, "One, corrected"));
        PrintJob first = bench.flush().getFirst();
        bench.apply(delete(1, 4));
        bench.flush();
        bench.apply(document(1, 5, "One again"));

        // When
        PrintJob later = bench.flush().getFirst();

        // Then
        assertThat(((PrintJob.PrintDocument) first).isNew()).contains(true);
        assertThat(((PrintJob.PrintDocument) later).isNew()).contains(false);
    }

    @Test
    void flush_channelNeverShownBefore_isNewUntilItWasPrintedOnce() {
        // Given
        bench.apply(document(1, 2, "One"));
        List<PrintJob> first = bench.flush();
        bench.apply(document(2, 3, "Two"));

        // When
        List<PrintJob> later = bench.flush();

        // Then
        assertThat(newChannels(first)).isNotEmpty().doesNotContain(false);
        assertThat(newChannels(later)).isNotEmpty().doesNotContain(true);
    }

    @Test
    void flush_publicationBehindItsDocuments_isNotNewSinceAMarkerSaysThatItIsGone() {
        // Given
        bench.apply(document(1, 2, "One"));
        List<PrintJob> before = bench.flush();

        // When
        bench.apply(publication(3, "https://paper.example"));

        // Then
        String folder = ObjectKeys.publication(Fixtures.PUBLICATION);
        assertThat(before).contains(new PrintJob.RemoveChannel(folder, true));
        assertThat(newChannels(bench.flush())).contains(false).doesNotContain(true);
    }

    @Test
    void flush_deletedDocument_leavesChannelsBeforeItsPageGoes() {
        // Given
        bench.apply(publication(1, "https://paper.example"));
        bench.apply(document(1, 2, "One"));
        bench.apply(document(2, 3, "Two"));
        bench.flush();

        // When
        bench.apply(delete(1, 4));
        List<PrintJob> jobs = bench.flush();

        // Then
        assertThat(jobs.getLast()).isEqualTo(removal(1, Optional.of(4)));
        assertThat(jobs)
                .filteredOn(PrintJob.PrintChannel.class::isInstance)
                .isNotEmpty()
                .allSatisfy(job -> assertThat(((PrintJob.PrintChannel) job).items()).hasSize(1));
    }

    @Test
    void flush_burstOfDocuments_printsEachChannelOnce() {
        // Given
        bench.apply(publication(1, "https://paper.example"));
        for (int i = 1; i <= 200; i++) {
            bench.apply(document(i, i + 1, "Title " + i));
        }

        // When
        List<PrintJob> jobs = bench.flush();

        // Then
        assertThat(jobs).filteredOn(PrintJob.PrintDocument.class::isInstance).hasSize(200);
        assertThat(jobs).filteredOn(PrintJob.PrintChannel.class::isInstance).hasSize(2);
    }

    @Test
    void flush_publicationMoved_reprintsItsDocuments() {
        // Given
        bench.apply(publication(1, "https://paper.example"));
        bench.apply(document(1, 2, "One"));
        bench.flush();

        // When
        bench.apply(publication(3, "https://moved.example/blog"));
        List<PrintJob> jobs = bench.flush();

        // Then
        assertThat(((PrintJob.PrintDocument) jobs.getFirst()).document().canonicalUrl())
                .contains("https://moved.example/blog/1");
    }
}
