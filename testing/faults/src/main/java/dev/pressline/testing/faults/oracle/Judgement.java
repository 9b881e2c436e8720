package dev.pressline.testing.faults.oracle;

import static dev.pressline.testing.faults.oracle.Finding.Kind.DOUBLED;
import static dev.pressline.testing.faults.oracle.Finding.Kind.EXTRA;
import static dev.pressline.testing.faults.oracle.Finding.Kind.LOST;
import static dev.pressline.testing.faults.oracle.Finding.Kind.STALE;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.ObjectKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares what stands with what must. Not thread-safe. */
public final class Judgement {

    /** The fewest items of a feed whose channel has more. */
    private static final int FEWEST_ITEMS = 30;

    private static final String GONE = "gone/";
    private static final String DOCUMENT = "site.standard.document";

    private final Expectation expected;
    private final Observation seen;
    private final List<Finding> findings = new ArrayList<>();

    private Judgement(Expectation expected, Observation seen) {
        this.expected = expected;
        this.seen = seen;
    }

    /** Everything that does not stand as it must; empty where all does. */
    public static List<Finding> of(Expectation expected, Observation seen) {
        Judgement judgement = new Judgement(expected, seen);
        expected.records().forEach(judgement::record);
        seen.documents().keySet().forEach(judgement::document);
        expected.feeds().forEach(judgement::feed);
        seen.feeds().keySet().forEach(judgement::channel);
        judgement.deadLetters();
        return List.copyOf(judgement.findings);
    }

    /**
     * Where the objects of a bucket are not byte for byte those of another that had the same input.
     */
    public static List<Finding> ofBytes(
            SortedMap<String, String> reference, SortedMap<String, String> objects) {
        List<Finding> findings = new ArrayList<>();
        reference.forEach(
                (key, hash) -> {
                    if (!objects.containsKey(key)) {
                        findings.add(new Finding(LOST, key, "is not in the bucket"));
                    } else if (!hash.equals(objects.get(key))) {
                        findings.add(new Finding(STALE, key, "has other bytes"));
                    }
                });
        objects.keySet().stream()
                .filter(key -> !reference.containsKey(key))
                .forEach(key -> findings.add(new Finding(EXTRA, key, "is in the bucket")));
        return List.copyOf(findings);
    }

    private void add(Finding.Kind kind, Object subject, String detail) {
        findings.add(new Finding(kind, subject.toString(), detail));
    }

    private void record(AtUri uri, Standing standing) {
        String folder = isDocument(uri) ? ObjectKeys.document(uri) : ObjectKeys.publication(uri);
        boolean isThere = seen.objects().containsKey(ObjectKeys.page(folder));
        boolean isGone = seen.objects().containsKey(GONE + ObjectKeys.page(folder));
        switch (standing) {
            case Standing.Present present -> present(uri, present, isThere, isGone);
            case Standing.Gone gone -> {
                if (isThere) {
                    add(STALE, uri, "is deleted and its page is still there");
                }
                if (!isGone) {
                    add(LOST, uri, "is deleted and nothing says 410");
                }
            }
            case Standing.Hidden hidden -> {
                if (isThere) {
                    add(STALE, uri, "is hidden and its page is still there");
                }
                if (isGone) {
                    add(STALE, uri, "is hidden for now and says 410");
                }
            }
        }
    }

    private void present(AtUri uri, Standing.Present present, boolean isThere, boolean isGone) {
        if (!isThere) {
            add(LOST, uri, "has no page");
        }
        if (isGone) {
            add(STALE, uri, "is there and says 410");
        }
        Standing.Present stands = seen.documents().get(uri);
        if (isDocument(uri) && stands == null) {
            add(LOST, uri, "has no JSON");
        } else if (stands != null && !stands.equals(present)) {
            add(STALE, uri, "stands at " + stands + " and must at " + present);
        }
    }

    private static boolean isDocument(AtUri uri) {
        return uri.collection().value().equals(DOCUMENT);
    }

    private void document(AtUri uri) {
        if (!(expected.records().get(uri) instanceof Standing.Present)) {
            add(EXTRA, uri, "has JSON and must not");
        }
    }

    private void feed(String folder, List<AtUri> documents) {
        List<AtUri> items = seen.feeds().get(folder);
        String name = "feed of /" + folder;
        if (items == null) {
            if (!mayHaveNoFeed(folder, documents)) {
                add(LOST, name, "is not there");
            }
            return;
        }
        int fewest = Math.min(documents.size(), FEWEST_ITEMS);
        List<AtUri> newest = documents.subList(0, Math.max(fewest, least(documents, items)));
        newest.stream().filter(u -> !items.contains(u)).forEach(u -> add(LOST, name, "lacks " + u));
        items.stream().filter(u -> !newest.contains(u)).forEach(u -> add(EXTRA, name, "has " + u));
        if (items.stream().distinct().count() < items.size()) {
            add(DOUBLED, name, "has an item twice");
        } else if (items.size() == newest.size()
                && newest.containsAll(items)
                && !newest.equals(items)) {
            add(STALE, name, "has its items in another order");
        }
    }

    /** A tag has feeds from its second document on, such as were deleted counted. */
    private static boolean mayHaveNoFeed(String folder, List<AtUri> documents) {
        return folder.startsWith("tag/") && documents.size() < 2;
    }

    private static int least(List<AtUri> documents, List<AtUri> items) {
        return Math.min(documents.size(), items.size());
    }

    private void channel(String folder) {
        boolean isEmpty = seen.feeds().getOrDefault(folder, List.of()).isEmpty();
        if (!isEmpty && !expected.feeds().containsKey(folder)) {
            add(EXTRA, "feed of /" + folder, "is there, and no document is in it");
        }
    }

    private void deadLetters() {
        Map<DeadLetterId, Integer> times = new TreeMap<>();
        for (Observation.Letter letter : seen.deadLetters()) {
            times.merge(letter.id(), 1, Integer::sum);
            String reason = expected.deadLetters().get(letter.id());
            if (reason == null) {
                add(EXTRA, "dead letter " + letter.id(), letter.reason());
            } else if (!reason.equals(letter.reason())) {
                String detail = "says " + letter.reason() + " and must say " + reason;
                add(STALE, "dead letter " + letter.id(), detail);
            }
        }
        expected.deadLetters().keySet().stream()
                .filter(id -> !times.containsKey(id))
                .forEach(id -> add(LOST, "dead letter " + id, "was not written"));
        times.forEach(
                (id, count) -> {
                    if (count > 1) {
                        add(DOUBLED, "dead letter " + id, "was written " + count + " times");
                    }
                });
    }
}
