package dev.pressline.render.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.document.Subscription;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.VersionGuard;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.job.Departure;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.job.Subscribed;
import dev.pressline.render.page.Channel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIndexTest {

    private final AccountIndex.Stores stores = Fixtures.stores();
    private final AccountIndex index = new AccountIndex(stores);

    private record Event(EventKey key, int rev, Optional<Normalized> value) {}

    private static Event document(int number, int rev, String title) {
        return new Event(
                new EventKey.OfRecord(Fixtures.documentUri(number)),
                rev,
                Optional.of(Fixtures.document(number, rev, title)));
    }

    private static Event delete(int number, int rev) {
        return new Event(
                new EventKey.OfRecord(Fixtures.documentUri(number)), rev, Optional.empty());
    }

    private static Event publication(int rev, String url) {
        return new Event(
                new EventKey.OfRecord(Fixtures.PUBLICATION),
                rev,
                Optional.of(Fixtures.publication(rev, url)));
    }

    private static Event account(int rev, boolean active) {
        return new Event(
                new EventKey.OfAccount(Fixtures.DID),
                rev,
                Optional.of(Fixtures.account(rev, active)));
    }

    private static Event named(int rev, String handle) {
        return new Event(
                new EventKey.OfAccount(Fixtures.DID),
                rev,
                Optional.of(
                        Fixtures.account(rev, true).withHandle(Optional.of(Handle.parse(handle)))));
    }

    private static Event deletedAccount(int rev) {
        return new Event(
                new EventKey.OfAccount(Fixtures.DID),
                rev,
                Optional.of(Fixtures.deletedAccount(rev)));
    }

    private static final AtUri SUBSCRIPTION =
            AtUri.parse("at://" + Fixtures.DID + "/site.standard.graph.subscription/3lsub");

    private static Event subscription(int rev, Optional<AtUri> publication) {
        return new Event(
                new EventKey.OfRecord(SUBSCRIPTION),
                rev,
                Optional.of(
                        new Subscription(
                                SUBSCRIPTION,
                                Optional.empty(),
                                Fixtures.rev(rev),
                                publication,
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                Map.of())));
    }

    /** What the lists are told, in order. */
    private List<Optional<Subscribed>> told() {
        List<Optional<Subscribed>> told = new ArrayList<>();
        index.handOn(
                (uri, subscribed) -> {
                    assertThat(uri).isEqualTo(SUBSCRIPTION);
                    told.add(subscribed);
                });
        return told;
    }

    private static Optional<Subscribed> follows(int rev) {
        return Optional.of(new Subscribed(Fixtures.PUBLICATION, Fixtures.rev(rev)));
    }

    private static AccountIndex.Outcome apply(AccountIndex index, Event event) {
        return index.apply(
                event.key(),
                new VersionGuard.Version(Fixtures.rev(event.rev()), event.value().isEmpty()),
                event.value().map(ContractJson::write));
    }

    /** The job of a page that is gone for good, deleted by a rev. */
    private static PrintJob removal(int number, Optional<Integer> rev) {
        return new PrintJob.RemoveDocument(
                Fixtures.documentUri(number),
                true,
                rev.map(each -> new Departure(Fixtures.rev(each), List.of())));
    }

    private List<PrintJob> flush() {
        List<PrintJob> jobs = new ArrayList<>();
        while (index.flush(AccountIndex.Extent.EVERYTHING, jobs::add)) {
            continue;
        }
        return jobs;
    }

    @Test
    void subscription_putThenDeleted_isToldOnceEachAndPrintsNothing() {
        // When
        apply(index, subscription(1, Optional.of(Fixtures.PUBLICATION)));
        List<Optional<Subscribed>> put = told();
        List<PrintJob> printed = flush();
        apply(index, new Event(new EventKey.OfRecord(SUBSCRIPTION), 2, Optional.empty()));

        // Then
        assertThat(put).containsExactly(follows(1));
        assertThat(told()).containsExactly(Optional.empty());
        assertThat(told()).isEmpty();
        assertThat(printed).isEmpty();
        assertThat(flush()).as("nothing else has its record key").isEmpty();
    }

    @Test
    void subscription_thatNamesNoPublication_isToldToBeNone() {
        // When
        apply(index, subscription(1, Optional.empty()));

        // Then
        assertThat(told()).containsExactly(Optional.empty());
    }

    @Test
    void subscription_ofAHiddenAccount_isTakenBackAndComesBackWithIt() {
        // Given
        apply(index, subscription(1, Optional.of(Fixtures.PUBLICATION)));
        told();

        // When
        apply(index, account(2, false));
        flush();
        List<Optional<Subscribed>> hidden = told();
        apply(index, subscription(3, Optional.of(Fixtures.PUBLICATION)));
        List<Optional<Subscribed>> whileHidden = told();
        apply(index, account(4, true));
        List<PrintJob> reactivated = flush();

        // Then
        assertThat(hidden).containsExactly(Optional.empty());
        assertThat(whileHidden).containsExactly(Optional.empty());
        assertThat(told()).containsExactly(follows(3));
        assertThat(reactivated).as("who only reads has no page that could be gone").isEmpty();
    }

    @Test
    void recordOfNoKindOfOurs_deleted_leavesTheDocumentOfItsKeyAlone() {
        // Given
        apply(index, document(1, 1, "One"));
        flush();
        AtUri other = AtUri.parse("at://" + Fixtures.DID + "/site.standard.graph.recommend/doc1");

        // When
        apply(index, new Event(new EventKey.OfRecord(other), 2, Optional.empty()));

        // Then
        assertThat(flush()).isEmpty();
    }

    @Test
    void flush_newDocument_printsPageBeforeChannels() {
        // Given
        apply(index, publication(1, "https://paper.example"));
        apply(index, document(1, 2, "One"));

        // When
        List<PrintJob> jobs = flush();

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
        apply(index, document(1, 2, "One"));
        flush();

        // When
        AccountIndex.Outcome outcome = apply(index, document(1, 2, "One"));

        // Then
        assertThat(outcome).isEqualTo(AccountIndex.Outcome.UNCHANGED);
        assertThat(flush()).isEmpty();
    }

    @Test
    void apply_olderRevAfterDelete_staysDeleted() {
        // Given
        apply(index, document(1, 2, "One"));
        apply(index, delete(1, 5));
        flush();

        // When
        AccountIndex.Outcome outcome = apply(index, document(1, 4, "Late"));

        // Then
        assertThat(outcome).isEqualTo(AccountIndex.Outcome.STALE);
        assertThat(flush()).isEmpty();
    }

    private List<PrintJob> flushPages() {
        List<PrintJob> jobs = new ArrayList<>();
        index.flush(AccountIndex.Extent.PAGES, jobs::add);
        return jobs;
    }

    @Test
    void flush_ofPagesOnly_leavesChannelsAndNeighboursForLater() {
        // Given
        apply(index, publication(1, "https://paper.example"));
        apply(index, document(1, 2, "One"));
        flush();
        apply(index, document(2, 3, "Two"));

        // When
        List<PrintJob> pages = flushPages();
        List<PrintJob> rest = flush();

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
    void flush_ofPagesOnlyAfterADelete_printsEverythingAtOnce() {
        // Given
        apply(index, publication(1, "https://paper.example"));
        apply(index, document(1, 2, "One"));
        apply(index, document(2, 3, "Two"));
        flush();
        apply(index, delete(2, 4));

        // When
        List<PrintJob> jobs = flushPages();

        // Then
        assertThat(jobs)
                .hasAtLeastOneElementOfType(PrintJob.PrintChannel.class)
                .last()
                .isEqualTo(removal(2, Optional.of(4)));
    }

    @Test
    void flush_documentNeverKnownBefore_isNewUntilItWasPrintedOnce() {
        // Given
        apply(index, document(1, 2, "One"));
        apply(index, document(1, 3, "One, corrected"));
        PrintJob first = flush().getFirst();
        apply(index, delete(1, 4));
        flush();
        apply(index, document(1, 5, "One again"));

        // When
        PrintJob later = flush().getFirst();

        // Then
        assertThat(((PrintJob.PrintDocument) first).isNew()).contains(true);
        assertThat(((PrintJob.PrintDocument) later).isNew()).contains(false);
    }

    @Test
    void flush_channelNeverShownBefore_isNewUntilItWasPrintedOnce() {
        // Given
        apply(index, document(1, 2, "One"));
        List<PrintJob> first = flush();
        apply(index, document(2, 3, "Two"));

        // When
        List<PrintJob> later = flush();

        // Then
        assertThat(newChannels(first)).isNotEmpty().doesNotContain(false);
        assertThat(newChannels(later)).isNotEmpty().doesNotContain(true);
    }

    @Test
    void flush_publicationBehindItsDocuments_isNotNewSinceAMarkerSaysThatItIsGone() {
        // Given
        apply(index, document(1, 2, "One"));
        List<PrintJob> before = flush();

        // When
        apply(index, publication(3, "https://paper.example"));

        // Then
        String folder = ObjectKeys.publication(Fixtures.PUBLICATION);
        assertThat(before).contains(new PrintJob.RemoveChannel(folder, true));
        assertThat(newChannels(flush())).contains(false).doesNotContain(true);
    }

    private static List<Boolean> newChannels(List<PrintJob> jobs) {
        return jobs.stream()
                .filter(PrintJob.PrintChannel.class::isInstance)
                .map(job -> ((PrintJob.PrintChannel) job).isNew().orElseThrow())
                .toList();
    }

    @Test
    void flush_deletedDocument_leavesChannelsBeforeItsPageGoes() {
        // Given
        apply(index, publication(1, "https://paper.example"));
        apply(index, document(1, 2, "One"));
        apply(index, document(2, 3, "Two"));
        flush();

        // When
        apply(index, delete(1, 4));
        List<PrintJob> jobs = flush();

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
        apply(index, publication(1, "https://paper.example"));
        for (int i = 1; i <= 200; i++) {
            apply(index, document(i, i + 1, "Title " + i));
        }

        // When
        List<PrintJob> jobs = flush();

        // Then
        assertThat(jobs).filteredOn(PrintJob.PrintDocument.class::isInstance).hasSize(200);
        assertThat(jobs).filteredOn(PrintJob.PrintChannel.class::isInstance).hasSize(2);
    }

    @Test
    void flush_deactivatedAccount_removesPagesForNowAndReactivatedBringsThemBack() {
        // Given
        apply(index, publication(1, "https://paper.example"));
        apply(index, document(1, 2, "One"));
        flush();

        // When
        apply(index, account(3, false));
        List<PrintJob> hidden = flush();
        apply(index, account(4, true));
        List<PrintJob> shown = flush();

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
        apply(index, publication(1, "https://paper.example"));
        apply(index, document(1, 2, "One"));
        apply(index, document(2, 3, "Two"));
        flush();

        // When
        apply(index, named(4, "new.example.com"));
        List<PrintJob> jobs = flush();

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
        apply(index, document(1, 2, "One"));
        apply(index, named(3, "old.example.com"));
        flush();

        // When
        apply(index, named(4, Handle.INVALID.value()));

        // Then
        assertThat(authorsOf(flush())).containsExactly("[]");
    }

    @Test
    void apply_newerAccountEventThatSaysTheSame_printsNothing() {
        // Given
        apply(index, document(1, 2, "One"));
        apply(index, named(3, "alice.example.com"));
        flush();

        // When
        AccountIndex.Outcome outcome = apply(index, named(4, "alice.example.com"));

        // Then
        assertThat(outcome).isEqualTo(AccountIndex.Outcome.UNCHANGED);
        assertThat(flush()).isEmpty();
        assertThat(apply(index, named(3, "late.example.com")))
                .isEqualTo(AccountIndex.Outcome.STALE);
    }

    private static List<String> authorsOf(List<PrintJob> jobs) {
        return jobs.stream()
                .filter(PrintJob.PrintDocument.class::isInstance)
                .map(job -> ((PrintJob.PrintDocument) job).document().authors().getFirst())
                .map(author -> author.handle().stream().toList().toString())
                .toList();
    }

    @Test
    void flush_accountDeactivatedThenDeleted_removesAllForGood() {
        // Given
        apply(index, publication(1, "https://paper.example"));
        apply(index, document(1, 2, "One"));
        apply(index, account(3, false));
        flush();

        // When
        apply(index, deletedAccount(4));
        List<PrintJob> jobs = flush();

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
        apply(index, deletedAccount(4));
        flush();

        // When
        apply(index, document(1, 2, "One"));
        List<PrintJob> jobs = flush();

        // Then
        assertThat(jobs)
                .contains(new PrintJob.RemoveChannel(ObjectKeys.author(Fixtures.DID), true));
    }

    @Test
    void flush_accountDeletedBehindItsLastRecord_hasItsChannelGone() {
        // Given
        apply(index, document(1, 2, "One"));
        apply(index, delete(1, 3));
        flush();

        // When
        apply(index, deletedAccount(4));
        List<PrintJob> jobs = flush();

        // Then
        assertThat(jobs)
                .containsExactly(new PrintJob.RemoveChannel(ObjectKeys.author(Fixtures.DID), true));
    }

    @Test
    void flush_publicationMoved_reprintsItsDocuments() {
        // Given
        apply(index, publication(1, "https://paper.example"));
        apply(index, document(1, 2, "One"));
        flush();

        // When
        apply(index, publication(3, "https://moved.example/blog"));
        List<PrintJob> jobs = flush();

        // Then
        assertThat(((PrintJob.PrintDocument) jobs.getFirst()).document().canonicalUrl())
                .contains("https://moved.example/blog/1");
    }

    private static Event republished(int number, int rev, String path) {
        Event plain = document(number, rev, "Title " + number);
        Document document = (Document) plain.value().orElseThrow();
        return new Event(plain.key(), rev, Optional.of(Fixtures.at(document, path)));
    }

    private static List<Integer> items(List<PrintJob> jobs) {
        return jobs.stream()
                .filter(PrintJob.PrintChannel.class::isInstance)
                .map(job -> ((PrintJob.PrintChannel) job).items().size())
                .toList();
    }

    @Test
    void flush_documentPublishedAgainAtItsAddress_leadsToTheLaterOne() {
        // Given
        apply(index, publication(1, "https://paper.example"));
        apply(index, republished(1, 2, "/one"));
        flush();

        // When
        apply(index, republished(2, 3, "one/"));
        List<PrintJob> jobs = flush();

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
        apply(index, republished(1, 2, "/one"));
        apply(index, republished(2, 3, "/one"));
        apply(index, republished(3, 4, "/one"));
        flush();

        // When
        apply(index, delete(3, 5));
        List<PrintJob> jobs = flush();

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
        apply(index, republished(1, 2, "/one"));
        apply(index, republished(2, 3, "/one"));
        flush();

        // When
        apply(index, republished(2, 4, "/two"));
        List<PrintJob> jobs = flush();

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
        apply(index, republished(1, 2, ""));
        apply(index, republished(2, 3, "/"));

        // When / Then
        assertThat(flush()).filteredOn(PrintJob.PrintDocument.class::isInstance).hasSize(2);
    }

    @Test
    void flush_addressUsedVeryOften_keepsTheNewestAndDropsTheRest() {
        // Given
        for (int i = 1; i <= Duplicates.KEPT + 5; i++) {
            apply(index, republished(i, i, "/same"));
        }

        // When
        List<PrintJob> jobs = flush();

        // Then
        assertThat(jobs).filteredOn(PrintJob.PrintDocument.class::isInstance).hasSize(1);
        assertThat(jobs)
                .filteredOn(PrintJob.MoveDocument.class::isInstance)
                .hasSize(Duplicates.KEPT - 1)
                .extracting(job -> ((PrintJob.MoveDocument) job).to())
                .containsOnly(Fixtures.documentUri(Duplicates.KEPT + 5));
        assertThat(jobs).filteredOn(PrintJob.RemoveDocument.class::isInstance).hasSize(5);
    }

    /**
     * Promise 2: any permutation and duplication of a history gives the same state, and so the same
     * output.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void apply_permutedAndDuplicatedHistory_givesTheSameOutput(long seed) {
        // Given
        List<Event> history = history(new Random(seed));
        Map<String, PrintJob> expected = lastJobs(history, new Random(0), 1);
        List<Event> shuffled = new ArrayList<>(history);
        shuffled.addAll(history.subList(0, history.size() / 2));
        Collections.shuffle(shuffled, new Random(seed * 31));

        // When
        Map<String, PrintJob> actual = lastJobs(shuffled, new Random(seed), 7);

        // Then
        Map<String, PrintJob> standing = standing(actual);
        assertThat(standing).containsOnlyKeys(standing(expected).keySet());
        standing(expected)
                .forEach(
                        (folder, job) ->
                                assertThat(standing.get(folder)).as(folder).isEqualTo(job));
    }

    private static Event hidden(int number, int rev) {
        Document document = Fixtures.document(number, rev, "Hidden " + rev);
        return new Event(
                new EventKey.OfRecord(document.uri()),
                rev,
                Optional.of(Fixtures.with(document, "labels", List.of("!hide"))));
    }

    private static List<Event> history(Random random) {
        List<Event> history = new ArrayList<>();
        for (int rev = 1; rev <= 60; rev++) {
            history.add(
                    switch (random.nextInt(10)) {
                        case 0, 1 -> delete(random.nextInt(8), rev);
                        case 2 -> publication(rev, "https://p" + random.nextInt(3) + ".example");
                        case 3 ->
                                random.nextBoolean()
                                        ? account(rev, random.nextBoolean())
                                        : named(rev, "h" + random.nextInt(3) + ".example.com");
                        case 4 -> hidden(random.nextInt(8), rev);
                        case 5, 6 ->
                                republished(random.nextInt(8), rev, "/same" + random.nextInt(2));
                        default -> document(random.nextInt(8), rev, "Title " + rev);
                    });
        }
        return history;
    }

    /**
     * Applies a history, flushing now and then, and keeps the last job of every folder, as the
     * press does.
     */
    private static Map<String, PrintJob> lastJobs(List<Event> history, Random random, int pace) {
        AccountIndex index = new AccountIndex(Fixtures.stores());
        Map<String, PrintJob> last = new TreeMap<>();
        for (Event event : history) {
            apply(index, event);
            if (random.nextInt(pace) == 0) {
                AccountIndex.Extent extent =
                        random.nextBoolean()
                                ? AccountIndex.Extent.PAGES
                                : AccountIndex.Extent.EVERYTHING;
                index.flush(extent, job -> last.put(job.folder(), withoutHint(job)));
            }
        }
        while (index.flush(
                AccountIndex.Extent.EVERYTHING, job -> last.put(job.folder(), withoutHint(job)))) {
            continue;
        }
        return last;
    }

    /** Whether a page is new says nothing about its bytes. */
    private static PrintJob withoutHint(PrintJob job) {
        return job instanceof PrintJob.PrintDocument print
                ? new PrintJob.PrintDocument(
                        print.written(),
                        print.publication(),
                        print.neighbours(),
                        print.listed(),
                        Optional.empty())
                : job;
    }

    private static Map<String, PrintJob> standing(Map<String, PrintJob> jobs) {
        Map<String, PrintJob> standing = new TreeMap<>(jobs);
        standing.values()
                .removeIf(
                        job ->
                                job instanceof PrintJob.RemoveDocument
                                        || job instanceof PrintJob.RemoveChannel);
        return standing;
    }
}
