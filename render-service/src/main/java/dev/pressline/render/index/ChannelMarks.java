package dev.pressline.render.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pressline.render.page.Chapter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of channels has to be printed, kept until it is, and which pages of archives were. A view of
 * a {@link SortedStore}; not thread-safe.
 */
final class ChannelMarks {

    private static final String CHANNEL = "c";
    private static final String MONTHS = "m";
    private static final String FIRST = "a";
    private static final String LATER = "b";
    private static final String PRINTED = "p";
    private static final String END = "e";
    private static final String CHAPTERS = "l";
    private static final String SHOWN = "f";

    /** With what the keys begin of what has to be printed: not of what was. */
    static final String WAITING = CHANNEL + MONTHS + FIRST + LATER;

    /** What stands for the list of months where the name of a chapter stands. */
    private static final String NO_CHAPTER = "";

    private static final byte[] MARK = {1};
    private static final byte[] DONE = {2};

    private final SortedStore store;

    /** Channels that something left; in memory alone, since after a start all are printed. */
    private final Set<String> left = new LinkedHashSet<>();

    ChannelMarks(SortedStore store) {
        this.store = store;
    }

    /**
     * A chapter that has to be looked at.
     *
     * @param name its name
     * @param key the order key of the document that it began with
     */
    record Marked(String channel, Chapter name, String key) {}

    /** Marks the first page and the feeds of a channel. */
    void channel(String channel) {
        put(CHANNEL + channel, MARK);
    }

    /** Marks a channel that names what must no longer be seen. */
    void left(String channel) {
        channel(channel);
        left.add(channel);
    }

    /** The channels that are marked since something left them. */
    List<String> left() {
        return List.copyOf(left);
    }

    /** Marks the list of months of a channel. */
    void months(String channel) {
        put(MONTHS + channel, MARK);
    }

    /** Marks a chapter; {@code first} before others, since something left it. */
    void chapter(ChapterStart start, boolean first) {
        String name = named(start.channel(), start.chapter().text());
        byte[] key = start.key().getBytes(UTF_8);
        if (first || store.get(FIRST + name).isPresent()) {
            put(FIRST + name, key);
            remove(LATER + name);
        } else {
            put(LATER + name, key);
        }
    }

    private void put(String key, byte[] value) {
        if (store.get(key).filter(known -> Arrays.equals(known, value)).isEmpty()) {
            store.put(key, value);
        }
    }

    /** The channels behind another one, at most {@code limit}. */
    List<String> channels(String behind, int limit) {
        return keys(CHANNEL, behind, limit);
    }

    boolean isMonthsMarked(String channel) {
        return store.get(MONTHS + channel).isPresent();
    }

    /** The channels whose list of months is marked, at most {@code limit}. */
    List<String> months(int limit) {
        return keys(MONTHS, "", limit);
    }

    private List<String> keys(String kind, String behind, int limit) {
        List<String> keys = new ArrayList<>();
        store.visitBetween(
                kind + behind,
                kind + Character.MAX_VALUE,
                limit,
                (key, mark) -> keys.add(key.substring(1)));
        return keys;
    }

    /** Chapters that something left, at most {@code limit}. */
    List<Marked> firstChapters(int limit) {
        return chapters(FIRST, limit);
    }

    /** Other chapters, at most {@code limit}. */
    List<Marked> laterChapters(int limit) {
        return chapters(LATER, limit);
    }

    private List<Marked> chapters(String kind, int limit) {
        List<Marked> chapters = new ArrayList<>();
        store.visit(kind, limit, (key, start) -> chapters.add(marked(key.substring(1), start)));
        return chapters;
    }

    private static Marked marked(String name, byte[] start) {
        String channel = OrderKey.channel(name);
        Chapter chapter = Chapter.parse(name.substring(OrderKey.prefix(channel).length()));
        return new Marked(channel, chapter, new String(start, UTF_8));
    }

    private static String named(String channel, String chapter) {
        return OrderKey.prefix(channel) + chapter;
    }

    /** The first page of a channel is printed, or removed. */
    void forgetChannel(String channel) {
        remove(CHANNEL + channel);
        left.remove(channel);
    }

    void forgetMonths(String channel) {
        remove(MONTHS + channel);
    }

    void forgetChapter(Marked chapter) {
        String name = named(chapter.channel(), chapter.name().text());
        remove(FIRST + name);
        remove(LATER + name);
    }

    boolean isAnythingLeft() {
        return !channels("", 1).isEmpty()
                || !months(1).isEmpty()
                || isFirstLeft()
                || !laterChapters(1).isEmpty();
    }

    /** The first page of a channel is there from now on; returns whether nothing was ever. */
    boolean shown(String channel) {
        boolean isNew = store.get(SHOWN + channel).isEmpty();
        put(SHOWN + channel, MARK);
        return isNew;
    }

    /**
     * The first page of a channel is not there from now on; {@code isGone} when a marker says so in
     * its place.
     */
    void hidden(String channel, boolean isGone) {
        if (isGone) {
            put(SHOWN + channel, DONE);
        } else {
            remove(SHOWN + channel);
        }
    }

    /** Whether a chapter is marked that something left. */
    boolean isFirstLeft() {
        return !firstChapters(1).isEmpty();
    }

    /** A chapter has a page from now on; returns whether it had none. */
    boolean printed(ChapterStart start) {
        String name = PRINTED + named(start.channel(), start.chapter().text());
        boolean isNew = store.get(name).isEmpty();
        put(name, start.key().getBytes(UTF_8));
        return isNew;
    }

    /** The chapters of a channel that have a page, sorted by name, the latest {@code most}. */
    List<Chapter> printed(String channel, int most) {
        String prefix = PRINTED + OrderKey.prefix(channel);
        List<Chapter> chapters = new ArrayList<>();
        store.visit(
                prefix,
                Integer.MAX_VALUE,
                (name, key) -> {
                    if (!name.equals(prefix + NO_CHAPTER)) {
                        chapters.add(Chapter.parse(name.substring(prefix.length())));
                    }
                });
        return List.copyOf(chapters.subList(Math.max(0, chapters.size() - most), chapters.size()));
    }

    /** Marks the list of all chapters of a channel. */
    void chapters(String channel) {
        put(CHAPTERS + channel, MARK);
    }

    /** Marks the list of all chapters of a channel if it was never printed. */
    void chaptersOnce(String channel) {
        if (store.get(CHAPTERS + channel).isEmpty()) {
            chapters(channel);
        }
    }

    /** Takes away the mark of the list of all chapters of a channel; returns whether it had one. */
    boolean takeChapters(String channel) {
        boolean isMarked =
                store.get(CHAPTERS + channel).filter(mark -> Arrays.equals(mark, MARK)).isPresent();
        if (isMarked) {
            put(CHAPTERS + channel, DONE);
        }
        return isMarked;
    }

    /** A chapter has no page from now on; returns whether it had one. */
    boolean removed(String channel, Chapter chapter) {
        return remove(PRINTED + named(channel, chapter.text()));
    }

    /** The list of months has a page from now on. */
    void printedMonths(String channel) {
        put(PRINTED + named(channel, NO_CHAPTER), MARK);
    }

    /** The list of months has no page from now on; returns whether it had one. */
    boolean removedMonths(String channel) {
        return remove(PRINTED + named(channel, NO_CHAPTER));
    }

    private boolean remove(String key) {
        boolean was = store.get(key).isPresent();
        if (was) {
            store.delete(key);
        }
        return was;
    }

    /** Marks all chapters of a channel that have a page. */
    void allPrinted(String channel) {
        String prefix = PRINTED + OrderKey.prefix(channel);
        Map<String, byte[]> printed = new LinkedHashMap<>();
        store.visit(prefix, Integer.MAX_VALUE, (name, key) -> printed.put(name.substring(1), key));
        printed.remove(named(channel, NO_CHAPTER));
        printed.forEach(
                (name, key) -> {
                    if (store.get(FIRST + name).isEmpty()) {
                        put(FIRST + name, store.get(LATER + name).orElse(key));
                        remove(LATER + name);
                    }
                });
    }

    /** The order key that the first page ended with when it was printed; empty without archive. */
    Optional<String> end(String channel) {
        return store.get(END + channel).map(key -> new String(key, UTF_8));
    }

    /** Remembers with which order key the first page ends. */
    void end(String channel, Optional<String> key) {
        key.ifPresentOrElse(
                each -> put(END + channel, each.getBytes(UTF_8)), () -> remove(END + channel));
    }
}
