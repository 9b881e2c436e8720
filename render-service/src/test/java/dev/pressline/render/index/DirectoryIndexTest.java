package dev.pressline.render.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.job.DirectoryEntry;
import dev.pressline.render.job.DirectoryKey;
import dev.pressline.render.job.PrintJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DirectoryIndexTest {

    private final DirectoryIndex index = new DirectoryIndex(new MemoryStore());

    private static DirectoryEntry entry(int number, String name) {
        AtUri uri = AtUri.parse("at://" + Fixtures.DID + "/site.standard.publication/p" + number);
        return new DirectoryEntry(uri, name, Optional.empty(), Fixtures.rev(number));
    }

    private void found(DirectoryEntry entry) {
        index.place(key(entry), Optional.of(ContractJson.write(DirectoryEntry.class, entry)));
    }

    private static DirectoryKey key(DirectoryEntry entry) {
        return new DirectoryKey(ObjectKeys.publication(entry.uri()));
    }

    private List<PrintJob> flush() {
        List<PrintJob> jobs = new ArrayList<>();
        index.flush(jobs::add);
        return jobs;
    }

    @Test
    void publications_inAnyOrder_arePrintedOnceAndTheSame() {
        // Given
        found(entry(2, "Two"));
        found(entry(1, "One"));

        // When
        List<PrintJob> jobs = flush();

        // Then
        assertThat(jobs)
                .containsExactly(
                        new PrintJob.PrintDirectory(
                                List.of(entry(1, "One"), entry(2, "Two")), false));
        assertThat(flush()).isEmpty();
    }

    @Test
    void publication_printedAgainForADocument_printsNoDirectory() {
        // Given
        found(entry(1, "One"));
        flush();

        // When
        found(entry(1, "One"));

        // Then
        assertThat(flush()).isEmpty();
    }

    @Test
    void publication_renamedOrHidden_printsTheDirectory() {
        // Given
        found(entry(1, "One"));
        found(entry(2, "Two"));
        flush();

        // When
        found(entry(1, "Other"));
        List<PrintJob> renamed = flush();
        boolean isUrgentBefore = index.isUrgent();
        index.place(key(entry(1, "Other")), Optional.empty());

        // Then
        assertThat(isUrgentBefore).isFalse();
        assertThat(index.isUrgent()).as("what has to disappear does not wait").isTrue();
        assertThat(renamed)
                .containsExactly(
                        new PrintJob.PrintDirectory(
                                List.of(entry(1, "Other"), entry(2, "Two")), false));
        assertThat(flush())
                .containsExactly(new PrintJob.PrintDirectory(List.of(entry(2, "Two")), false));
    }

    @Test
    void publication_neverFound_printsNothingWhenItGoes() {
        index.place(key(entry(1, "One")), Optional.empty());

        assertThat(flush()).isEmpty();
    }

    @Test
    void site_withoutPublications_hasADirectoryToo() {
        // Given
        index.begin();
        List<PrintJob> first = flush();

        // When
        index.begin();

        // Then
        assertThat(first).containsExactly(new PrintJob.PrintDirectory(List.of(), false));
        assertThat(flush()).isEmpty();
    }

    @Test
    void publications_tooMany_areCutAndSaySo() {
        // Given
        IntStream.rangeClosed(0, DirectoryIndex.MOST).forEach(i -> found(entry(i, "Name")));

        // When
        PrintJob.PrintDirectory job = (PrintJob.PrintDirectory) flush().getFirst();

        // Then
        assertThat(job.publications()).hasSize(DirectoryIndex.MOST);
        assertThat(job.cut()).isTrue();
    }
}
