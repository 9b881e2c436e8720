package dev.pressline.render.index;

import static dev.pressline.render.index.AccountBench.account;
import static dev.pressline.render.index.AccountBench.delete;
import static dev.pressline.render.index.AccountBench.deletedAccount;
import static dev.pressline.render.index.AccountBench.document;
import static dev.pressline.render.index.AccountBench.named;
import static dev.pressline.render.index.AccountBench.publication;
import static dev.pressline.render.index.AccountBench.removal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.page.Channel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an account does to all that is its own: its standing, its handle, its end. */
class AccountStandingTest {

    private final AccountBench bench = new AccountBench();

    private static List<String> authorsOf(List<PrintJob> jobs) {
        return jobs.stream()
                .filter(PrintJob.PrintDocument.class::isInstance)
                .map(job -> ((PrintJob.PrintDocument) job).document().authors().getFirst())
                .map(author -> author.handle().stream().toList().toString())
                .toList();
    }

    @Test
    void flush_deactivatedAccount_removesPagesForNowAndReactivatedBringsThemBack() {
        // Given
        bench.apply(publication(1, "https://paper.example"));
        bench.apply(document(1, 2, "One"));
        bench.flush();

        // When
        bench.apply(account(3, false));
        List<PrintJob> hidden = bench.flush();
        bench.apply(account(4, true));
        List<PrintJob> shown = bench.flush();

        // Then
        assertThat(hidden)
                .contains(
                        new PrintJob.RemoveDocument(
                                Fixtures.documentUri(1), false, Optional.empty()),
                        new PrintJob.RemoveChannel(ObjectKeys.author(Fixtures.DID), false),
                        new PrintJob.RemoveChannel(
                                ObjectKeys.publication(Fixtures.PUBLICATION), false));
        assertThat(hidden).noneMatch(PrintJob.PrintChannel.class::isInstance);
        assertThat(shown).hasAtLeastOneElementOfType(PrintJob.PrintDocument.class);
        assertThat(shown).filteredOn(PrintJob.PrintChannel.class::isInstance).hasSize(2);
    }

    @Test
    void flush_accountWithAnotherHandle_namesItEverywhere() {
        // Given
        bench.apply(publication(1, "https://paper.example"));
        bench.apply(document(1, 2, "One"));
        bench.apply(document(2, 3, "Two"));
        bench.flush();

        // When
        bench.apply(named(4, "new.example.com"));
        List<PrintJob> jobs = bench.flush();

        // Then
        assertThat(authorsOf(jobs)).hasSize(2).allMatch("[new.example.com]"::equals);
        assertThat(jobs)
                .filteredOn(PrintJob.PrintChannel.class::isInstance)
                .extracting(job -> ((PrintJob.PrintChannel) job).channel())
                .hasAtLeastOneElementOfType(Channel.OfAuthor.class)
                .filteredOn(Channel.OfAuthor.class::isInstance)
                .extracting(channel -> ((Channel.OfAuthor) channel).author().handle())
                .containsExactly(Optional.of(Handle.parse("new.example.com")));
    }

    @Test
    void flush_accountWhoseHandleIsProvenNoLonger_namesNone() {
        // Given
        bench.apply(document(1, 2, "One"));
        bench.apply(named(3, "old.example.com"));
        bench.flush();

        // When
        bench.apply(named(4, Handle.INVALID.value()));

        // Then
        assertThat(authorsOf(bench.flush())).containsExactly("[]");
    }

    @Test
    void apply_newerAccountEventThatSaysTheSame_printsNothing() {
        // Given
        bench.apply(document(1, 2, "One"));
        bench.apply(named(3, "alice.example.com"));
        bench.flush();

        // When
        AccountIndex.Outcome outcome = bench.apply(named(4, "alice.example.com"));

        // Then
        assertThat(outcome).isEqualTo(AccountIndex.Outcome.UNCHANGED);
        assertThat(bench.flush()).isEmpty();
        assertThat(bench.apply(named(3, "late.example.com"))).isEqualTo(AccountIndex.Outcome.STALE);
    }

    @Test
    void flush_accountDeactivatedThenDeleted_removesAllForGood() {
        // Given
        bench.apply(publication(1, "https://paper.example"));
        bench.apply(document(1, 2, "One"));
        bench.apply(account(3, false));
        bench.flush();

        // When
        bench.apply(deletedAccount(4));
        List<PrintJob> jobs = bench.flush();

        // Then
        assertThat(jobs)
                .containsExactlyInAnyOrder(
                        removal(1, Optional.empty()),
                        new PrintJob.RemoveChannel(ObjectKeys.author(Fixtures.DID), true),
                        new PrintJob.RemoveChannel(
                                ObjectKeys.publication(Fixtures.PUBLICATION), true));
    }

    @Test
    void flush_recordsThatComeBehindTheEndOfTheirAccount_haveItsChannelGoneAsBeforeIt() {
        // Given
        bench.apply(deletedAccount(4));
        bench.flush();

        // When
        bench.apply(document(1, 2, "One"));
        List<PrintJob> jobs = bench.flush();

        // Then
        assertThat(jobs)
                .contains(new PrintJob.RemoveChannel(ObjectKeys.author(Fixtures.DID), true));
    }

    @Test
    void flush_accountDeletedBehindItsLastRecord_hasItsChannelGone() {
        // Given
        bench.apply(document(1, 2, "One"));
        bench.apply(delete(1, 3));
        bench.flush();

        // When
        bench.apply(deletedAccount(4));
        List<PrintJob> jobs = bench.flush();

        // Then
        assertThat(jobs)
                .containsExactly(new PrintJob.RemoveChannel(ObjectKeys.author(Fixtures.DID), true));
    }
}
