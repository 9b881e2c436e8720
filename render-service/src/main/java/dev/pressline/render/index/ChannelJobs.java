package dev.pressline.render.index;

import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.job.Item;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.page.ArchiveMonth;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Chapter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes the jobs of the pages and feeds of channels that are marked. Only some are printed at a
 * time, of chapters those first that something left, so that nothing waits long behind them. Not
 * thread-safe.
 */
final class ChannelJobs {

    /** The most months that the list of an archive names. */
    static final int MONTHS = 600;

    /** Comes behind every order key. */
    private static final String OLDEST = String.valueOf(Character.MAX_VALUE);

    private static final int CHANNELS = 200;
    private static final int CHAPTERS = 100;

    private final Chapters chapters;
    private final DeletedEntries deletedEntries;
    private final ChannelMarks marks;
    private final ChapterAllowance allowance;
    private final Directory directory;

    /** The channel that was printed last where more were marked. */
    private String last = "";

    ChannelJobs(
            Chapters chapters,
            DeletedEntries deletedEntries,
            ChannelMarks marks,
            ChapterAllowance allowance,
            Directory directory) {
        this.chapters = chapters;
        this.deletedEntries = deletedEntries;
        this.marks = marks;
        this.allowance = allowance;
        this.directory = directory;
    }

    /** What is known of channels and of the documents in them. */
    interface Directory {

        /** The channel of an id as its first page shows it; empty when it is not shown. */
        Optional<Channel> channel(String id);

        /**
         * The same as its archive shows it: no change of a single document may change how it is
         * called there.
         */
        Optional<Channel> archived(String id);

        /** The folder of a channel. */
        String folder(String id);

        /** Whether a channel that is not shown will not be again, as far as anybody knows. */
        boolean isGone(String id);

        /** A page of the archive of a channel came or went. */
        default void chaptersChanged(String id) {}

        /** What channels show of the document that stands at an order key with a value. */
        Optional<Item> item(String key, byte[] value);
    }

    /** Emits jobs for what is marked and forgets those marks: archives before first pages. */
    void flush(Consumer<PrintJob> jobs) {
        Set<String> channels = new LinkedHashSet<>(marks.left());
        channels.addAll(nextChannels());
        List<PrintJob> firstPages = firstPages(channels);
        firstChapters(jobs);
        laterChapters(jobs);
        marks.months(CHANNELS).forEach(channel -> months(channel, jobs));
        firstPages.forEach(jobs);
    }

    /** The same for channels and chapters that something left, and nothing of others. */
    void flushLeft(Consumer<PrintJob> jobs) {
        List<String> left = marks.left();
        List<PrintJob> firstPages = firstPages(left);
        firstChapters(jobs);
        left.stream().filter(marks::isMonthsMarked).forEach(channel -> months(channel, jobs));
        firstPages.forEach(jobs);
    }

    private void firstChapters(Consumer<PrintJob> jobs) {
        chapters(marks.firstChapters(CHAPTERS)).forEach(jobs);
    }

    /** Chapters that the first page still shows are marked, too: they print nothing. */
    private void laterChapters(Consumer<PrintJob> jobs) {
        List<PrintJob> printed =
                chapters(marks.laterChapters(CHAPTERS)).limit(allowance.next()).toList();
        printed.forEach(jobs);
        allowance.used(printed.size());
    }

    private Stream<PrintJob> chapters(List<ChannelMarks.Marked> marked) {
        return marked.stream().map(this::chapter).flatMap(Optional::stream);
    }

    private List<PrintJob> firstPages(Collection<String> channels) {
        List<PrintJob> firstPages = new ArrayList<>();
        for (String channel : channels) {
            firstPages.add(firstPage(channel));
            marks.forgetChannel(channel);
        }
        return firstPages;
    }

    /** Some channels, so that they take turns where there are many. */
    private List<String> nextChannels() {
        List<String> next = marks.channels(last, CHANNELS);
        last = next.size() < CHANNELS ? "" : next.getLast();
        return next;
    }

    private PrintJob firstPage(String channel) {
        Optional<Channel> shown = directory.channel(channel);
        if (shown.isEmpty()) {
            marks.end(channel, Optional.empty());
            boolean isGone = directory.isGone(channel);
            marks.hidden(channel, isGone);
            marks.allPrinted(channel);
            marks.months(channel);
            return new PrintJob.RemoveChannel(directory.folder(channel), isGone);
        }
        Optional<ChapterStart> last = chapters.lastOfFirstPage(channel);
        Optional<ChapterStart> older = last.flatMap(chapters::older);
        ends(channel, last.filter(each -> older.isPresent()).map(ChapterStart::key), older);
        Items items = new Items(Chapters.FEWEST + Chapters.MOST);
        chapters.visitFirstPage(channel, items.limit(), items);
        return new PrintJob.PrintChannel(
                shown.get(),
                items.listed(),
                Optional.of(items.isCut()),
                older.map(ChapterStart::chapter),
                deletedEntries.newest(channel),
                Optional.of(marks.shown(channel)));
    }

    /** Marks what has come onto the first page since it was printed, and what has left it. */
    private void ends(String channel, Optional<String> now, Optional<ChapterStart> older) {
        Optional<String> before = marks.end(channel);
        if (before.equals(now)) {
            return;
        }
        marks.end(channel, now);
        marks.months(channel);
        markBetween(before, now);
        older.ifPresent(each -> marks.chapter(each, true));
    }

    /**
     * Marks the chapters between two ends, and the one behind both; no end is the oldest of all.
     */
    private void markBetween(Optional<String> one, Optional<String> other) {
        List<String> ends = Stream.of(one, other).flatMap(Optional::stream).sorted().toList();
        String last = ends.size() < 2 ? OLDEST : ends.getLast();
        Optional<String> at = Optional.of(ends.getFirst());
        while (at.isPresent()) {
            Optional<ChapterStart> next = chapters.older(at.get()).map(chapters::of);
            next.ifPresent(each -> marks.chapter(each, false));
            boolean isBehind = at.get().compareTo(last) >= 0;
            at = next.filter(each -> !isBehind).map(ChapterStart::key);
        }
    }

    /** What a chapter that is marked needs, if anything; it is marked no longer then. */
    private Optional<PrintJob> chapter(ChannelMarks.Marked marked) {
        Optional<ChapterStart> start = archived(marked);
        Optional<Channel> shown = start.flatMap(each -> directory.archived(marked.channel()));
        Optional<PrintJob> job =
                shown.isPresent()
                        ? Optional.of(printed(shown.get(), start.get()))
                        : removed(marked);
        marks.forgetChapter(marked);
        return job;
    }

    private PrintJob printed(Channel channel, ChapterStart start) {
        PrintJob job = print(channel, start);
        if (marks.printed(start)) {
            directory.chaptersChanged(start.channel());
        }
        return job;
    }

    private Optional<PrintJob> removed(ChannelMarks.Marked marked) {
        if (!marks.removed(marked.channel(), marked.name())) {
            return Optional.empty();
        }
        directory.chaptersChanged(marked.channel());
        String folder = directory.folder(marked.channel());
        return Optional.of(new PrintJob.RemoveArchive(marked.name().folder(folder)));
    }

    /** The start of a chapter of this name, if there is one in the archive. */
    private Optional<ChapterStart> archived(ChannelMarks.Marked marked) {
        Chapter name = marked.name();
        Optional<ChapterStart> start =
                name.part().isEmpty()
                        ? chapters.first(marked.channel(), name.month())
                        : Optional.of(marked.key()).filter(chapters::contains).map(chapters::of);
        return start.filter(each -> each.chapter().equals(name)).filter(this::isArchived);
    }

    private boolean isArchived(ChapterStart start) {
        return marks.end(start.channel()).filter(end -> end.compareTo(start.key()) < 0).isPresent();
    }

    private PrintJob print(Channel channel, ChapterStart start) {
        Items items = new Items(Chapters.MOST);
        chapters.visit(start, items.limit(), items);
        return new PrintJob.PrintChapter(
                channel,
                start.chapter(),
                items.listed(),
                items.isCut(),
                chapters.older(start).map(ChapterStart::chapter),
                chapters.newer(start).filter(this::isArchived).map(ChapterStart::chapter));
    }

    private void months(String id, Consumer<PrintJob> jobs) {
        Optional<Channel> shown =
                marks.end(id).isPresent() ? directory.archived(id) : Optional.empty();
        if (shown.isPresent()) {
            ChapterStart last = chapters.lastOfFirstPage(id).orElseThrow();
            List<ArchiveMonth> months = chapters.months(id, last, MONTHS + 1);
            boolean isCut = months.size() > MONTHS;
            jobs.accept(
                    new PrintJob.PrintArchive(
                            shown.get(), isCut ? months.subList(0, MONTHS) : months, isCut));
            marks.printedMonths(id);
        } else if (marks.removedMonths(id)) {
            jobs.accept(new PrintJob.RemoveArchive(ObjectKeys.archive(directory.folder(id))));
        }
        marks.forgetMonths(id);
    }

    /** Items of documents as they are visited, up to a number; notices whether there are more. */
    private final class Items implements BiConsumer<String, byte[]> {

        private final int most;
        private final List<Item> items = new ArrayList<>();
        private int visited;

        Items(int most) {
            this.most = most;
        }

        @Override
        public void accept(String key, byte[] value) {
            visited++;
            if (!isCut()) {
                directory.item(key, value).ifPresent(items::add);
            }
        }

        int limit() {
            return most + 1;
        }

        boolean isCut() {
            return visited > most;
        }

        List<Item> listed() {
            return List.copyOf(items);
        }
    }
}
