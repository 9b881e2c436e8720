package dev.pressline.render.index;

import dev.pressline.render.page.ArchiveMonth;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * How the documents of channels are cut into chapters. A chapter begins, from old to new, with the
 * oldest document of a month, and with every document whose hash says so. So where chapters begin
 * depends on the documents alone, and one more document touches one chapter, or divides one. Every
 * answer takes a number of reads that does not grow with the documents. A view of the order of
 * channels; not thread-safe.
 */
final class Chapters {

    /** The fewest documents on the first page of a channel that has more. */
    static final int FEWEST = 30;

    /** The most documents that a page shows of one chapter. */
    static final int MOST = 500;

    /** Before the order keys with which a chapter always begins. */
    private static final String START = "^";

    /** Before the months of a channel, whose documents are counted. */
    private static final String COUNT = "#";

    private static final byte[] PLACED = {1};

    private final SortedStore order;

    Chapters(SortedStore order) {
        this.order = order;
    }

    boolean contains(String key) {
        return order.get(key).isPresent();
    }

    /** Puts a document where it is not yet. */
    void enter(String key, byte[] value) {
        order.put(key, value);
        if (ChapterStart.isAlways(OrderKey.uri(key))) {
            order.put(START + key, PLACED);
        }
        count(key, 1);
    }

    /** Keeps another value with a document that is there. */
    void replace(String key, byte[] value) {
        order.put(key, value);
    }

    /** Takes a document away from where it is. */
    void leave(String key) {
        order.delete(key);
        if (ChapterStart.isAlways(OrderKey.uri(key))) {
            order.delete(START + key);
        }
        count(key, -1);
    }

    private void count(String key, int difference) {
        String month = COUNT + OrderKey.behind(OrderKey.channel(key), OrderKey.month(key));
        long count = order.get(month).map(Chapters::number).orElse(0L) + difference;
        if (count == 0) {
            order.delete(month);
        } else {
            order.put(month, Long.toString(count).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static long number(byte[] digits) {
        return Long.parseLong(new String(digits, StandardCharsets.US_ASCII));
    }

    /** The start of the chapter that a document is in, which must be there. */
    ChapterStart of(String key) {
        String channel = OrderKey.channel(key);
        String oldest = oldest(channel, OrderKey.month(key)).orElseThrow();
        String start = start(key).filter(each -> each.compareTo(oldest) < 0).orElse(oldest);
        return new ChapterStart(start, start.equals(oldest));
    }

    /** The nearest document, this one or an older one, with which a chapter always begins. */
    private Optional<String> start(String key) {
        if (ChapterStart.isAlways(OrderKey.uri(key))) {
            return Optional.of(key);
        }
        String prefix = START + OrderKey.prefix(OrderKey.channel(key));
        return order.after(prefix, START + key).map(each -> each.substring(START.length()));
    }

    private Optional<String> oldest(String channel, Optional<YearMonth> month) {
        return order.before(OrderKey.prefix(channel), OrderKey.behind(channel, month))
                .filter(key -> OrderKey.month(key).equals(month));
    }

    /** The start of the chapter of a month that begins it; empty where it has no document. */
    Optional<ChapterStart> first(String channel, Optional<YearMonth> month) {
        return oldest(channel, month).map(key -> new ChapterStart(key, true));
    }

    /** The next older chapter. */
    Optional<ChapterStart> older(ChapterStart chapter) {
        return older(chapter.key()).map(this::of);
    }

    /** The next older document of a channel, seen from any place in its order. */
    Optional<String> older(String key) {
        return order.after(OrderKey.prefix(OrderKey.channel(key)), key);
    }

    /** The next newer document of a channel, seen from any place in its order. */
    Optional<String> newer(String key) {
        return order.before(OrderKey.prefix(OrderKey.channel(key)), key);
    }

    /** The next newer chapter: it begins within the month, or with the next one. */
    Optional<ChapterStart> newer(ChapterStart chapter) {
        String prefix = OrderKey.prefix(chapter.channel());
        Optional<String> nextMonth =
                newer(OrderKey.before(chapter.channel(), OrderKey.month(chapter.key())));
        return order.before(START + prefix, START + chapter.key())
                .map(each -> each.substring(START.length()))
                .filter(each -> nextMonth.map(next -> each.compareTo(next) > 0).orElse(true))
                .map(each -> new ChapterStart(each, false))
                .or(() -> nextMonth.map(each -> new ChapterStart(each, true)));
    }

    /** Visits the documents of a chapter, newest first, at most {@code limit}. */
    void visit(ChapterStart chapter, int limit, BiConsumer<String, byte[]> visitor) {
        String end =
                newer(chapter)
                        .map(ChapterStart::key)
                        .orElseGet(() -> OrderKey.prefix(chapter.channel()));
        order.visitBetween(end, chapter.key(), limit, visitor);
    }

    /** Visits the documents of the first page, newest first, at most {@code limit}. */
    void visitFirstPage(String channel, int limit, BiConsumer<String, byte[]> visitor) {
        Optional<ChapterStart> last = lastOfFirstPage(channel);
        if (last.isPresent()) {
            order.visitBetween(OrderKey.prefix(channel), last.get().key(), limit, visitor);
        }
    }

    /**
     * The oldest chapter of the first page, which holds the newest chapters until it has enough;
     * empty for a channel without documents.
     */
    Optional<ChapterStart> lastOfFirstPage(String channel) {
        List<String> newest = new ArrayList<>();
        order.visit(OrderKey.prefix(channel), FEWEST, (key, value) -> newest.add(key));
        return newest.isEmpty() ? Optional.empty() : Optional.of(of(newest.getLast()));
    }

    /**
     * The newest months of a channel, at most {@code limit}; archived is what is not on the first
     * page, which ends with {@code last}.
     */
    List<ArchiveMonth> months(String channel, ChapterStart last, int limit) {
        List<ArchiveMonth> months = new ArrayList<>();
        order.visit(
                COUNT + OrderKey.prefix(channel),
                limit,
                (key, count) -> months.add(month(key, number(count), last)));
        return months;
    }

    private static ArchiveMonth month(String key, long documents, ChapterStart last) {
        Optional<YearMonth> month = OrderKey.month(key);
        String behind = key.substring(COUNT.length());
        boolean isSame = month.equals(OrderKey.month(last.key()));
        boolean isArchived = isSame ? !last.isOldestOfMonth() : behind.compareTo(last.key()) > 0;
        return new ArchiveMonth(month, documents, isArchived);
    }
}
