package dev.pressline.render.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.VersionGuard;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.job.PressProgress;
import dev.pressline.render.job.PrintJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChapterAllowanceTest {

    private static final Instant SOME_DAY = Instant.parse("2020-01-01T00:00:00Z");

    private final PressProgress press = new PressProgress(() -> 0);
    private final ChapterAllowance allowance = new ChapterAllowance(press);

    private int look(int waiting) {
        int next = allowance.next();
        allowance.used(Math.min(next, waiting));
        return next;
    }

    private List<Integer> looks(int count) {
        return IntStream.range(0, count).map(i -> look(1_000)).boxed().toList();
    }

    private void batch() {
        press.begun();
        press.done();
    }

    /** Lets a press that is done each time be given as much as it ever is. */
    private void grow() {
        while (look(1_000) < ChapterAllowance.MOST) {
            batch();
        }
    }

    @Test
    void next_pressThatIsDoneEachTime_growsUpToTheMost() {
        // Given
        List<Integer> looks = new ArrayList<>();

        // When
        for (int i = 0; i < 8; i++) {
            looks.add(look(1_000));
            batch();
        }

        // Then
        assertThat(looks).containsExactly(1, 2, 4, 8, 16, 32, 64, 64);
    }

    @Test
    void next_pressAtTheSameBatch_isHalfAsManyOnceAndThenNone() {
        // Given
        grow();
        press.begun();

        // When
        List<Integer> looks = looks(5);

        // Then
        assertThat(looks).containsExactly(32, 0, 0, 0, 0);
    }

    @Test
    void next_pressThatWasLongAtABatch_isHalfAsMany() {
        // Given
        grow();
        press.begun();
        looks(ChapterAllowance.LONG);
        press.done();

        // When
        int next = look(1_000);

        // Then
        assertThat(next).isEqualTo(ChapterAllowance.MOST / 2);
    }

    @Test
    void next_pressThatWasNotLongAtABatch_isAsManyAsBefore() {
        // Given
        grow();
        press.begun();
        looks(ChapterAllowance.LONG - 1);
        press.done();

        // When
        int next = look(1_000);

        // Then
        assertThat(next).isEqualTo(ChapterAllowance.MOST);
    }

    /** A tick is 50 milliseconds; a commit hands over what was printed. */
    @Test
    void next_chaptersOfOnePartition_keepThePressAtWork() {
        // Given
        SlowPress slow = new SlowPress();
        int ticks = 4_000;
        int printed = 0;

        // When
        for (int tick = 0; tick < ticks; tick++) {
            slow.tick();
            if (tick % 11 == 0) {
                slow.handedOver += printed;
                printed = 0;
            }
            if (tick % 5 == 0) {
                printed += look(1_000);
            }
        }

        // Then
        assertThat(slow.ticksAtWork).isGreaterThan(ticks * 3 / 4);
    }

    /** Takes two ticks for a chapter, and all that was handed over for a batch. */
    private final class SlowPress {

        private int handedOver;
        private int ticksLeft;
        private int ticksAtWork;

        private void tick() {
            if (ticksLeft > 0) {
                work();
            }
            if (ticksLeft == 0 && handedOver > 0) {
                press.begun();
                ticksLeft = 2 * handedOver;
                handedOver = 0;
            }
        }

        private void work() {
            ticksAtWork++;
            ticksLeft--;
            if (ticksLeft == 0) {
                press.done();
            }
        }
    }

    @Test
    void next_pressAtAnotherBatch_staysAsItIs() {
        // Given
        grow();
        batch();
        press.begun();

        // When
        int next = look(1_000);

        // Then
        assertThat(next).isEqualTo(ChapterAllowance.MOST);
    }

    @Test
    void next_pressAtAnotherBatchBehindALongOne_isSomeAgain() {
        // Given
        press.begun();
        looks(3);
        int behind = look(1_000);
        batch();

        // When
        int next = look(1_000);

        // Then
        assertThat(behind).isZero();
        assertThat(next).isEqualTo(ChapterAllowance.FEWEST);
    }

    @Test
    void next_pressThatIsGivenNothing_staysAtTheFewest() {
        // When
        List<Integer> looks = looks(4);

        // Then
        assertThat(looks)
                .as("the partitions of the jobs are those of other processes")
                .containsOnly(ChapterAllowance.FEWEST);
    }

    @Test
    void next_fewerChaptersThanAllowed_beginsAgain() {
        // Given
        grow();
        batch();
        look(5);
        batch();

        // When
        int next = look(1_000);

        // Then
        assertThat(next).isEqualTo(ChapterAllowance.FEWEST);
    }

    @Test
    void flush_pressThatIsDoneEachTime_printsMoreChaptersEachTime() {
        // Given
        AccountIndex index = index();
        put(index, IntStream.range(0, 3_000));
        List<Long> chapters = new ArrayList<>();

        // When
        for (int i = 0; i < 5; i++) {
            flush(index, chapters);
            batch();
        }

        // Then
        assertThat(chapters)
                .as("and at the first look the newest of either channel")
                .containsExactly(3L, 2L, 4L, 8L, 16L);
    }

    @Test
    void flush_chaptersWithoutAPageOfTheirOwn_takeNoPlaceOfOthers() {
        // Given
        AccountIndex index = index();
        put(index, IntStream.range(0, 1_500).map(i -> 2 * i));
        while (flush(index, new ArrayList<>())) {
            continue;
        }
        put(index, new Random(1).ints(1_000, 0, 1_500).map(i -> 2 * i + 1));
        List<Long> chapters = new ArrayList<>();

        // When
        while (flush(index, chapters)) {
            continue;
        }

        // Then
        assertThat(chapters).hasSizeGreaterThan(10);
        assertThat(chapters.subList(1, chapters.size() - 1))
                .as("between the first look, with the newest chapters, and the last")
                .containsOnly((long) ChapterAllowance.FEWEST);
    }

    private AccountIndex index() {
        AccountIndex index = new AccountIndex(Fixtures.stores(), allowance);
        put(index, Fixtures.PUBLICATION, Fixtures.publication(1, "https://paper.example"));
        return index;
    }

    /** Adds how many chapters a look prints; returns whether something is left. */
    private static boolean flush(AccountIndex index, List<Long> chapters) {
        List<PrintJob> jobs = new ArrayList<>();
        boolean isSomethingLeft = index.flush(Extent.EVERYTHING, jobs::add);
        chapters.add(jobs.stream().filter(PrintJob.PrintChapter.class::isInstance).count());
        return isSomethingLeft;
    }

    private static void put(AccountIndex index, IntStream numbers) {
        numbers.mapToObj(ChapterAllowanceTest::document)
                .forEach(document -> put(index, document.uri(), document));
    }

    private static Document document(int number) {
        return Fixtures.dated(
                Fixtures.document(number, 1, "Three a day"),
                Optional.of(SOME_DAY.plus(Duration.ofHours(8L * number))));
    }

    private static void put(AccountIndex index, AtUri uri, Normalized value) {
        index.apply(
                new EventKey.OfRecord(uri),
                new VersionGuard.Version(Fixtures.rev(1), false),
                Optional.of(ContractJson.write(value)));
    }
}
