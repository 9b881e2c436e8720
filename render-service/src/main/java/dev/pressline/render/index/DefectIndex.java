package dev.pressline.render.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.repair.RuleGuide;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.defect.Defect;
import dev.pressline.render.defect.DefectReport;
import dev.pressline.render.defect.Publisher;
import dev.pressline.render.job.Membership;
import dev.pressline.render.page.ListingEntry;
import dev.pressline.render.page.Names;
import dev.pressline.render.page.PageLink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts the defects of listed documents by publisher and rule, and knows the newest examples of
 * each. What it costs to take a document in does not grow with what is there, and a document
 * without defects costs one look. What it reports depends on the documents alone, not on the order
 * in which they came. Not thread-safe.
 */
final class DefectIndex {

    private static final String OF_DOCUMENT = "document|";
    private static final String EXAMPLE = "example|";
    private static final String COUNT = "count|";
    private static final String MARK = "mark|";
    private static final char RULE = '\u0002';
    private static final int EXAMPLES = 3;
    private static final byte[] MARKED = {1};

    private final SortedStore store;

    DefectIndex(SortedStore store) {
        this.store = store;
    }

    /** A defect of a document as an example of its rule. */
    private record Kept(String title, String publisher, Defect defect) {}

    /** Takes in what is listed of a document now; empty when it no longer is. */
    void place(AtUri uri, Optional<Membership> membership) {
        Set<String> old = keys(uri);
        Map<String, Kept> now = membership.map(DefectIndex::examples).orElse(Map.of());
        if (old.isEmpty() && now.isEmpty()) {
            return;
        }
        old.stream().filter(key -> !now.containsKey(key)).forEach(this::remove);
        now.forEach((key, kept) -> put(key, kept, !old.contains(key)));
        if (now.isEmpty()) {
            store.delete(OF_DOCUMENT + uri);
        } else {
            store.put(OF_DOCUMENT + uri, String.join("\n", now.keySet()).getBytes(UTF_8));
        }
    }

    private Set<String> keys(AtUri uri) {
        return store.get(OF_DOCUMENT + uri)
                .map(lines -> Set.of(new String(lines, UTF_8).split("\n")))
                .orElse(Set.of());
    }

    private static Map<String, Kept> examples(Membership membership) {
        ListingEntry entry = membership.item().entry();
        Map<String, Kept> examples = new LinkedHashMap<>();
        for (Defect defect : membership.defects()) {
            Kept kept = new Kept(entry.title(), publisherName(entry), defect);
            for (Publisher each : publishers(entry)) {
                String channel = EXAMPLE + each.key() + RULE + defect.rule();
                examples.put(OrderKey.of(channel, entry.publishedAt(), entry.uri()), kept);
            }
        }
        return examples;
    }

    private static Set<Publisher> publishers(ListingEntry entry) {
        Set<Publisher> publishers = new LinkedHashSet<>();
        publishers.add(Publisher.of(entry.uri(), entry.publication().map(PageLink::document)));
        publishers.add(new Publisher.Everybody());
        return publishers;
    }

    private static String publisherName(ListingEntry entry) {
        return entry.publication()
                .map(PageLink::title)
                .filter(title -> !title.isBlank())
                .orElseGet(
                        () ->
                                entry.authors().stream()
                                        .filter(a -> a.did().equals(entry.uri().did()))
                                        .findFirst()
                                        .map(Names::of)
                                        .orElse(entry.uri().did().value()));
    }

    private void put(String key, Kept kept, boolean isNew) {
        byte[] value = ContractJson.write(Kept.class, kept);
        if (store.get(key).filter(known -> Arrays.equals(known, value)).isPresent()) {
            return;
        }
        store.put(key, value);
        changed(key, isNew ? 1 : 0);
    }

    private void remove(String key) {
        store.delete(key);
        changed(key, -1);
    }

    private void changed(String key, int difference) {
        String scope = OrderKey.channel(key).substring(EXAMPLE.length());
        long count = count(store.get(COUNT + scope)) + difference;
        if (count == 0) {
            store.delete(COUNT + scope);
        } else if (difference != 0) {
            store.put(COUNT + scope, Long.toString(count).getBytes(UTF_8));
        }
        store.put(MARK + scope.substring(0, scope.indexOf(RULE)), MARKED);
    }

    private static long count(Optional<byte[]> stored) {
        return stored.map(digits -> Long.parseLong(new String(digits, UTF_8))).orElse(0L);
    }

    /** The publishers whose report has changed. */
    List<Publisher> changed() {
        List<Publisher> changed = new ArrayList<>();
        store.visit(
                MARK,
                Integer.MAX_VALUE,
                (key, mark) -> changed.add(Publisher.parse(key.substring(MARK.length()))));
        return changed;
    }

    /** The report of a publisher is printed, or removed. */
    void forget(Publisher publisher) {
        store.delete(MARK + publisher.key());
    }

    /** The report of a publisher as it is now; it has no rules where nothing is to be reported. */
    DefectReport report(Publisher publisher) {
        String prefix = COUNT + publisher.key() + RULE;
        Map<String, Long> counts = new LinkedHashMap<>();
        store.visit(
                prefix,
                Integer.MAX_VALUE,
                (key, count) ->
                        counts.put(key.substring(prefix.length()), count(Optional.of(count))));
        List<DefectReport.Rule> rules = new ArrayList<>();
        Optional<String> name = Optional.empty();
        for (Map.Entry<String, Long> each : counts.entrySet()) {
            List<Map.Entry<AtUri, Kept>> newest = newest(publisher, each.getKey());
            name = name.or(() -> Optional.of(newest.getFirst().getValue().publisher()));
            rules.add(rule(each.getValue(), newest));
        }
        rules.sort(Comparator.comparingLong(DefectReport.Rule::documents).reversed());
        boolean isOne = !(publisher instanceof Publisher.Everybody);
        return new DefectReport(publisher, name.filter(given -> isOne), List.copyOf(rules));
    }

    private List<Map.Entry<AtUri, Kept>> newest(Publisher publisher, String rule) {
        List<Map.Entry<AtUri, Kept>> newest = new ArrayList<>();
        store.visit(
                OrderKey.prefix(EXAMPLE + publisher.key() + RULE + rule),
                EXAMPLES,
                (key, kept) ->
                        newest.add(
                                Map.entry(OrderKey.uri(key), ContractJson.read(Kept.class, kept))));
        return newest;
    }

    private static DefectReport.Rule rule(long documents, List<Map.Entry<AtUri, Kept>> newest) {
        Defect first = newest.getFirst().getValue().defect();
        RuleGuide.Entry guide = RuleGuide.of(first.rule());
        return new DefectReport.Rule(
                first.rule(),
                first.version(),
                first.certainty(),
                documents,
                guide.what(),
                guide.fix(),
                newest.stream().map(e -> example(e.getKey(), e.getValue())).toList());
    }

    private static DefectReport.Example example(AtUri document, Kept kept) {
        Defect defect = kept.defect();
        return new DefectReport.Example(
                document, kept.title(), defect.places(), defect.field(), defect.change());
    }
}
