package dev.pressline.render.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.job.DirectoryEntry;
import dev.pressline.render.job.DirectoryKey;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.job.Subscribed;
import dev.pressline.render.job.SubscriptionKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionListsTest {

    private static final Did READER = Did.parse("did:plc:aaaaanxzyoun6zhxrhs64oiz");

    private SortedStore store;
    private DirectoryIndex directory;
    private SubscriptionLists lists;

    @BeforeEach
    void begin() {
        store = new MemoryStore();
        directory = new DirectoryIndex(store);
        lists = new SubscriptionLists(store);
    }

    private static AtUri publication(int number) {
        return AtUri.parse("at://" + Fixtures.DID + "/site.standard.publication/p" + number);
    }

    private static DirectoryEntry entry(int number, String name) {
        return new DirectoryEntry(
                publication(number), name, Optional.empty(), Fixtures.rev(number));
    }

    private static DirectoryEntry entry(int number) {
        return entry(number, "Paper " + number);
    }

    private static SubscriptionKey key(Did reader, int number) {
        return new SubscriptionKey(
                AtUri.parse(
                        "at://%s/site.standard.graph.subscription/s%06d"
                                .formatted(reader, number)));
    }

    private void found(DirectoryEntry entry) {
        place(entry.uri(), Optional.of(ContractJson.write(DirectoryEntry.class, entry)));
    }

    private void hidden(int number) {
        place(publication(number), Optional.empty());
    }

    private void place(AtUri publication, Optional<byte[]> value) {
        DirectoryKey key = new DirectoryKey(ObjectKeys.publication(publication));
        if (directory.place(key, value)) {
            lists.changed(key);
        }
    }

    private void subscribed(Did reader, int number, int publication) {
        Subscribed subscribed =
                new Subscribed(publication(publication), Fixtures.rev(1_000 + number));
        lists.place(
                key(reader, number), Optional.of(ContractJson.write(Subscribed.class, subscribed)));
    }

    private void subscribed(int number, int publication) {
        subscribed(READER, number, publication);
    }

    private void unsubscribed(int number) {
        lists.place(key(READER, number), Optional.empty());
    }

    private List<PrintJob> flush() {
        List<PrintJob> jobs = new ArrayList<>();
        while (lists.flush(jobs::add)) {
            continue;
        }
        return jobs;
    }

    private static PrintJob list(int rev, DirectoryEntry... entries) {
        return new PrintJob.PrintSubscriptions(READER, List.of(entries), Fixtures.rev(rev), false);
    }

    private static PrintJob noList() {
        return new PrintJob.RemoveSubscriptions(READER);
    }

    @Test
    void subscriptions_toWhatIsShown_areListedNewestFirst() {
        // Given
        found(entry(1));
        found(entry(2));

        // When
        subscribed(1, 2);
        subscribed(2, 1);
        subscribed(3, 99);

        // Then
        assertThat(flush()).containsExactly(list(1_002, entry(1), entry(2)));
        assertThat(flush()).isEmpty();
    }

    @Test
    void subscription_doubledOrSaidAgain_isListedOnceAndPrintsNothingNew() {
        // Given
        found(entry(1));
        subscribed(1, 1);
        subscribed(2, 1);

        // When
        List<PrintJob> printed = flush();
        subscribed(2, 1);

        // Then
        assertThat(printed).containsExactly(list(1_002, entry(1)));
        assertThat(flush()).isEmpty();
    }

    @Test
    void subscription_toWhatIsNotShown_hasNoListUntilItIsAndNoneWhenItGoes() {
        // Given
        subscribed(1, 1);
        List<PrintJob> unknown = flush();

        // When
        found(entry(1));
        List<PrintJob> shown = flush();
        hidden(1);

        // Then
        assertThat(unknown).as("there is no list to be removed").isEmpty();
        assertThat(shown).containsExactly(list(1_001, entry(1)));
        assertThat(flush()).containsExactly(noList());
    }

    @Test
    void publication_renamed_changesTheListsThatNameItAlone() {
        // Given
        found(entry(1));
        found(entry(2));
        subscribed(1, 1);
        subscribed(Fixtures.DID, 1, 2);
        flush();

        // When
        found(entry(1, "Other"));

        // Then
        assertThat(flush()).containsExactly(list(1_001, entry(1, "Other")));
    }

    @Test
    void subscription_takenBackOrLedElsewhere_leavesTheListOfThePublication() {
        // Given
        found(entry(1));
        found(entry(2));
        subscribed(1, 1);
        flush();

        // When
        subscribed(1, 2);
        List<PrintJob> ledElsewhere = flush();
        found(entry(1, "Other"));
        List<PrintJob> afterwards = flush();
        unsubscribed(1);

        // Then
        assertThat(ledElsewhere).containsExactly(list(1_001, entry(2)));
        assertThat(afterwards).isEmpty();
        assertThat(flush()).containsExactly(noList());
    }

    @Test
    void recordOfAnotherCollection_ofTheSameFolder_isNotWhatWasSubscribedTo() {
        // Given
        found(entry(1));
        AtUri other = AtUri.parse("at://" + Fixtures.DID + "/com.example.publication/p1");

        // When
        lists.place(
                key(READER, 1),
                Optional.of(
                        ContractJson.write(
                                Subscribed.class, new Subscribed(other, Fixtures.rev(1)))));

        // Then
        assertThat(flush()).isEmpty();
    }

    @Test
    void subscriptions_tooMany_areCutToTheNewestAndSaySo() {
        // Given
        found(entry(1));
        found(entry(2));
        subscribed(0, 1);
        IntStream.rangeClosed(1, SubscriptionLists.MOST).forEach(i -> subscribed(i, 2));

        // When
        List<PrintJob> jobs = flush();

        // Then
        assertThat(jobs)
                .containsExactly(
                        new PrintJob.PrintSubscriptions(
                                READER,
                                List.of(entry(2)),
                                Fixtures.rev(1_000 + SubscriptionLists.MOST),
                                true));
    }

    @Test
    void publication_ofManySubscribers_isTakenFromAllListsAFewAtATime() {
        // Given
        int subscribers = 3 * SubscriptionLists.AT_A_TIME;
        found(entry(1));
        IntStream.range(0, subscribers)
                .mapToObj(i -> Did.parse("did:web:reader%d.example".formatted(i)))
                .forEach(reader -> subscribed(reader, 1, 1));
        flush();
        hidden(1);

        // When
        List<PrintJob> first = new ArrayList<>();
        boolean isSomethingLeft = lists.flush(first::add);
        lists = new SubscriptionLists(store);

        // Then
        assertThat(first).hasSize(SubscriptionLists.AT_A_TIME);
        assertThat(isSomethingLeft).isTrue();
        assertThat(flush())
                .as("after a restart as well")
                .hasSize(subscribers - SubscriptionLists.AT_A_TIME)
                .hasOnlyElementsOfType(PrintJob.RemoveSubscriptions.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void history_inAnyOrderOfPublicationsAndSubscriptions_endsTheSame(long seed) {
        // Given
        Random random = new Random(seed);
        List<Runnable> events = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int number = i;
            events.add(() -> found(entry(number)));
            events.add(() -> subscribed(number, 5 - number));
        }

        // When
        Map<String, PrintJob> first = lastOf(events, random);
        begin();
        Map<String, PrintJob> second = lastOf(events, random);

        // Then
        assertThat(first).hasSize(1).isEqualTo(second);
    }

    private Map<String, PrintJob> lastOf(List<Runnable> events, Random random) {
        List<Runnable> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        Map<String, PrintJob> last = new HashMap<>();
        for (Runnable event : shuffled) {
            event.run();
            if (random.nextBoolean()) {
                flush().forEach(job -> last.put(job.key(), job));
            }
        }
        flush().forEach(job -> last.put(job.key(), job));
        return last;
    }
}
