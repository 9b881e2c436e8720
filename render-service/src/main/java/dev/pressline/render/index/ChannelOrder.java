package dev.pressline.render.index;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The documents of channels in their order, which remembers what has to be printed when one enters,
 * changes or leaves: the first page, the list of months, the chapter it is in, and where chapters
 * come, go or get another name also those beside them. Not thread-safe.
 */
final class ChannelOrder {

    private final Chapters chapters;
    private final ChannelMarks marks;

    ChannelOrder(Chapters chapters, ChannelMarks marks) {
        this.chapters = chapters;
        this.marks = marks;
    }

    /** A document stands at a key, now or still; {@code value} is kept with it. */
    void enter(String key, byte[] value) {
        marks.channel(OrderKey.channel(key));
        if (chapters.contains(key)) {
            chapters.replace(key, value);
            marks.chapter(chapters.of(key), false);
        } else {
            change(key, () -> chapters.enter(key, value), false);
        }
    }

    /** A document must no longer be seen where it stands. */
    void leaveForGood(String key) {
        marks.left(OrderKey.channel(key));
        leave(key);
    }

    /** A document no longer stands at a key. */
    void leave(String key) {
        marks.channel(OrderKey.channel(key));
        if (chapters.contains(key)) {
            change(key, () -> chapters.leave(key), true);
        }
    }

    private void change(String key, Runnable change, boolean first) {
        marks.months(OrderKey.channel(key));
        Optional<ChapterStart> older = chapters.older(key).map(chapters::of);
        if (beginsNone(key, older)) {
            change.run();
            older.ifPresent(each -> marks.chapter(each, first));
            return;
        }
        Set<ChapterStart> around = around(key, older);
        change.run();
        around.addAll(around(key, older));
        around.forEach(each -> marks.chapter(each, first));
    }

    private static boolean beginsNone(String key, Optional<ChapterStart> older) {
        return !ChapterStart.isAlways(OrderKey.uri(key))
                && older.filter(each -> OrderKey.month(each.key()).equals(OrderKey.month(key)))
                        .isPresent();
    }

    /** The chapters that may look otherwise when a document that begins one comes or goes. */
    private Set<ChapterStart> around(String key, Optional<ChapterStart> older) {
        Set<ChapterStart> around = new LinkedHashSet<>();
        older.ifPresent(around::add);
        if (chapters.contains(key)) {
            around.add(chapters.of(key));
        }
        Optional<ChapterStart> newer = chapters.newer(key).map(chapters::of);
        newer.ifPresent(around::add);
        newer.flatMap(chapters::newer).ifPresent(around::add);
        return around;
    }
}
