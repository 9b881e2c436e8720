package dev.pressline.render.index;

import static dev.pressline.render.index.AccountBench.account;
import static dev.pressline.render.index.AccountBench.delete;
import static dev.pressline.render.index.AccountBench.document;
import static dev.pressline.render.index.AccountBench.named;
import static dev.pressline.render.index.AccountBench.publication;
import static dev.pressline.render.index.AccountBench.republished;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.event.EventKey;
import dev.pressline.render.index.AccountBench.Event;
import dev.pressline.render.job.PrintJob;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountHistoryTest {

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
        AccountBench bench = new AccountBench();
        Map<String, PrintJob> last = new TreeMap<>();
        for (Event event : history) {
            bench.apply(event);
            if (random.nextInt(pace) == 0) {
                Extent extent = random.nextBoolean() ? Extent.PAGES : Extent.EVERYTHING;
                bench.flush(extent, job -> last.put(job.folder(), withoutHint(job)));
            }
        }
        while (bench.flush(Extent.EVERYTHING, job -> last.put(job.folder(), withoutHint(job)))) {
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
}
