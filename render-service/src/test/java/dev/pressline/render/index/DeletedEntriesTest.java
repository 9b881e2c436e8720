package dev.pressline.render.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.VersionGuard;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.feed.DeletedEntry;
import dev.pressline.render.job.Departure;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.page.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the channels of an account say of documents that are deleted. */
class DeletedEntriesTest {

    private static final String CHANNEL = ObjectKeys.publication(Fixtures.PUBLICATION);
    private static final AtUri OTHER =
            AtUri.parse("at://" + Fixtures.DID + "/site.standard.publication/other");

    private final AccountIndex index = new AccountIndex(Fixtures.stores(), Fixtures.chapters());
    private final Map<String, PrintJob> jobs = new TreeMap<>();

    static List<String> channels() {
        return List.of(CHANNEL, ObjectKeys.author(Fixtures.DID));
    }

    @BeforeEach
    void publishes() {
        Normalized paper = Fixtures.publication(1, "https://paper.example");
        apply(new EventKey.OfRecord(Fixtures.PUBLICATION), 1, Optional.of(paper));
        put(Fixtures.document(1, 1, "Stays"));
    }

    private AccountIndex.Outcome apply(EventKey key, int rev, Optional<Normalized> value) {
        VersionGuard.Version version = new VersionGuard.Version(Fixtures.rev(rev), value.isEmpty());
        return index.apply(key, version, value.map(ContractJson::write));
    }

    private AccountIndex.Outcome put(Document document) {
        int rev = (int) (document.rev().micros() - Fixtures.rev(0).micros());
        return apply(new EventKey.OfRecord(document.uri()), rev, Optional.of(document));
    }

    private void delete(int number, int rev) {
        apply(new EventKey.OfRecord(Fixtures.documentUri(number)), rev, Optional.empty());
    }

    private List<DeletedEntry> deleted(String channel) {
        while (index.flush(Extent.EVERYTHING, job -> jobs.put(job.folder(), job))) {
            continue;
        }
        return ((PrintJob.PrintChannel) jobs.get(channel)).deleted();
    }

    private static DeletedEntry deletedEntry(int number, int rev) {
        return new DeletedEntry(Fixtures.documentUri(number), Fixtures.rev(rev));
    }

    @ParameterizedTest
    @MethodSource("channels")
    void documents_deleted_areNamedNewestFirstAndOnlySome(String channel) {
        // Given
        int most = DeletedEntries.SHOWN;
        IntStream.rangeClosed(2, most + 2).forEach(i -> put(Fixtures.document(i, i, "Goes")));

        // When
        IntStream.rangeClosed(2, most + 2).forEach(i -> delete(i, 100 + i));

        // Then
        assertThat(deleted(channel))
                .hasSize(most)
                .startsWith(deletedEntry(most + 2, most + 102), deletedEntry(most + 1, most + 101))
                .doesNotContain(deletedEntry(2, 102));
    }

    @ParameterizedTest
    @MethodSource("channels")
    void document_thatReturns_isNamedNoLongerAndTheNextIsAgain(String channel) {
        // Given
        int most = DeletedEntries.SHOWN;
        IntStream.rangeClosed(2, most + 2).forEach(i -> put(Fixtures.document(i, i, "Goes")));
        IntStream.rangeClosed(2, most + 2).forEach(i -> delete(i, 100 + i));

        // When
        put(Fixtures.document(5, 200, "Comes back"));

        // Then
        assertThat(deleted(channel))
                .hasSize(most)
                .doesNotContain(deletedEntry(5, 105))
                .endsWith(deletedEntry(2, 102));
    }

    @ParameterizedTest
    @MethodSource("channels")
    void text_thatComesBehindItsDelete_saysWhereTheDocumentWas(String channel) {
        // Given
        delete(2, 9);
        assertThat(deleted(channel)).isEmpty();

        // When
        AccountIndex.Outcome outcome = put(Fixtures.document(2, 4, "Late"));

        // Then
        assertThat(outcome).isEqualTo(AccountIndex.Outcome.CHANGED);
        assertThat(deleted(channel)).containsExactly(deletedEntry(2, 9));
        assertThat(put(Fixtures.document(2, 3, "Later"))).isEqualTo(AccountIndex.Outcome.STALE);
    }

    @Test
    void document_movedAndThenDeleted_isNamedWhereItWasLast() {
        // Given
        put(Fixtures.document(2, 2, "In the paper"));
        Document moved =
                Fixtures.with(
                        Fixtures.document(2, 3, "Elsewhere"),
                        "site",
                        Map.of("kind", "publication", "uri", OTHER.toString()));

        // When
        put(moved);
        List<DeletedEntry> afterTheMove = deleted(CHANNEL);
        delete(2, 4);

        // Then
        assertThat(afterTheMove).isEmpty();
        assertThat(deleted(CHANNEL)).isEmpty();
        assertThat(deleted(ObjectKeys.author(Fixtures.DID))).containsExactly(deletedEntry(2, 4));
    }

    @ParameterizedTest
    @MethodSource("channels")
    void document_hiddenByItsLabel_isNamedUntilTheLabelGoes(String channel) {
        // Given
        Document shown = Fixtures.document(2, 2, "Shown");
        put(shown);

        // When
        put(Fixtures.with(Fixtures.document(2, 3, "Hidden"), "labels", List.of("!hide")));
        List<DeletedEntry> hidden = deleted(channel);
        put(Fixtures.document(2, 4, "Shown again"));

        // Then
        assertThat(hidden).containsExactly(deletedEntry(2, 3));
        assertThat(deleted(channel)).isEmpty();
    }

    @Test
    void removal_ofADocumentThatCouldBeListed_tellsItsTags() {
        // Given
        put(Fixtures.tagged(Fixtures.document(2, 2, "Listed"), List.of("Sea", "wind")));
        put(Fixtures.with(Fixtures.document(3, 3, "Unlisted"), "showInDiscover", false));

        // When
        delete(2, 10);
        delete(3, 11);
        deleted(CHANNEL);

        // Then
        assertThat(jobs)
                .containsValues(
                        new PrintJob.RemoveDocument(
                                Fixtures.documentUri(2),
                                true,
                                Optional.of(
                                        new Departure(
                                                Fixtures.rev(10),
                                                List.of(new Tag("sea"), new Tag("wind"))))),
                        new PrintJob.RemoveDocument(
                                Fixtures.documentUri(3), true, Optional.empty()));
    }

    @Test
    void account_hidden_namesNothing() {
        // Given
        put(Fixtures.document(2, 2, "Goes"));
        delete(2, 3);
        deleted(CHANNEL);

        // When
        apply(new EventKey.OfAccount(Fixtures.DID), 4, Optional.of(Fixtures.account(4, false)));
        while (index.flush(Extent.EVERYTHING, job -> jobs.put(job.folder(), job))) {
            continue;
        }

        // Then
        assertThat(jobs.get(CHANNEL)).isEqualTo(new PrintJob.RemoveChannel(CHANNEL, false));
        assertThat(jobs.get(ObjectKeys.document(Fixtures.documentUri(1))))
                .isEqualTo(
                        new PrintJob.RemoveDocument(
                                Fixtures.documentUri(1), false, Optional.empty()));
    }

    @Test
    void deletedEntries_ofVeryMany_areForgottenBeyondTheNewest() {
        // Given
        MemoryStore order = new MemoryStore();
        DeletedEntries deletedEntries =
                new DeletedEntries(order, new ChannelMarks(new MemoryStore()));
        int many = DeletedEntries.KEPT + 20;

        // When
        List<AtUri> forgotten =
                IntStream.range(0, many)
                        .mapToObj(
                                i ->
                                        deletedEntries.put(
                                                "x", Fixtures.documentUri(i), Fixtures.rev(i)))
                        .flatMap(Optional::stream)
                        .toList();

        // Then
        assertThat(forgotten)
                .hasSize(20)
                .startsWith(Fixtures.documentUri(0), Fixtures.documentUri(1));
        assertThat(deletedEntries.newest("x").getFirst())
                .isEqualTo(deletedEntry(many - 1, many - 1));
        forgotten.forEach(uri -> assertThat(order.get("-" + OrderKey.prefix("x") + uri)).isEmpty());
    }
}
