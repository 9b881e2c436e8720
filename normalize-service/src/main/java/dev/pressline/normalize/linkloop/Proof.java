package dev.pressline.normalize.linkloop;

import dev.pressline.normalize.linkloop.Unlinked.Range;
import java.util.List;
import java.util.Optional;

/**
 * The proof that a text and the last of its tags came out of the {@link LinkLoop}, and with it the
 * text as it was, up to the destinations of its links. Immutable.
 *
 * @param firstTag the index of the first tag of the run; the tags before it are genuine
 * @param text the text without any link
 * @param anchors one for each tag of the run, in order
 */
record Proof(int firstTag, String text, List<Range> anchors) {

    private static final long MAX_STEPS = 20_000_000;
    private static final int MAX_TAGS = 256;
    private static final int MAX_TRIES = 16;
    private static final long MAX_COMPARISONS = 100_000_000;

    /**
     * Runs the loop backwards: from the last tag to the first, wraps the last verbatim occurrence
     * at or before the previous one as a link. If the loop, run forwards again, gives exactly the
     * tags and the text, the source is proved. Empty if nothing is broken or nothing is proved.
     */
    static Optional<Proof> of(String text, List<String> tags) {
        int broken = firstBroken(tags);
        if (broken < 0 || isTooLarge(text, tags) || text.contains(Sentinel.DESTINATION)) {
            return Optional.empty();
        }
        int first = firstFound(text, tags);
        int last = Math.min(broken, first + MAX_TRIES);
        for (int start = first; start <= last; start++) {
            Optional<Proof> proof = ofRun(text, tags, start);
            if (proof.isPresent()) {
                return proof;
            }
        }
        return Optional.empty();
    }

    private static boolean isTooLarge(String text, List<String> tags) {
        long searched = tags.stream().mapToLong(String::length).sum();
        return tags.size() > MAX_TAGS || searched * text.length() > MAX_COMPARISONS;
    }

    private static int firstBroken(List<String> tags) {
        for (int i = 0; i < tags.size(); i++) {
            if (Scan.hasUnclosedBracket(tags.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<Proof> ofRun(String text, List<String> tags, int start) {
        List<String> run = tags.subList(start, tags.size());
        String source = wrap(text, tags, start).text;
        return LinkLoop.run(source, MAX_STEPS)
                .filter(outcome -> outcome.text().equals(text) && outcome.tags().equals(run))
                .flatMap(outcome -> Unlinked.of(source))
                .filter(clean -> clean.anchors().size() == run.size())
                .map(clean -> new Proof(start, clean.text(), clean.anchors()));
    }

    private static int firstFound(String text, List<String> tags) {
        return wrap(text, tags, 0).firstTag;
    }

    private record Wrapped(int firstTag, String text) {}

    /** Wraps the tags from the last down to {@code start}, or down to the last that is found. */
    private static Wrapped wrap(String text, List<String> tags, int start) {
        StringBuilder source = new StringBuilder(text);
        int before = text.length();
        int tag = tags.size();
        while (tag > start) {
            String anchor = tags.get(tag - 1);
            int at = anchor.isEmpty() ? -1 : source.lastIndexOf(anchor, before);
            if (at < 0) {
                break;
            }
            source.insert(at + anchor.length(), Sentinel.CLOSING).insert(at, '[');
            before = at;
            tag--;
        }
        return new Wrapped(tag, source.toString());
    }
}
