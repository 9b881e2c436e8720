package dev.pressline.render.index;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.VersionGuard;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.job.Item;
import dev.pressline.render.job.PrintJob;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An index and what the press would have printed for it. */
final class PrintedSite {

    private final AccountIndex index;
    private final Map<String, PrintJob> pages = new TreeMap<>();
    private int jobs;
    private int rev;

    PrintedSite(AccountIndex.Stores stores) {
        this.index = new AccountIndex(stores, Fixtures.chapters());
        apply(
                new EventKey.OfRecord(Fixtures.PUBLICATION),
                Optional.of(ContractJson.write(Fixtures.publication(1, "https://paper.example"))));
    }

    /** The last job of each page, by its folder. */
    Map<String, PrintJob> pages() {
        return Collections.unmodifiableMap(pages);
    }

    /** How many jobs there were until now. */
    int jobs() {
        return jobs;
    }

    void put(Document document) {
        apply(new EventKey.OfRecord(document.uri()), Optional.of(ContractJson.write(document)));
    }

    void delete(AtUri uri) {
        apply(new EventKey.OfRecord(uri), Optional.empty());
    }

    private void apply(EventKey key, Optional<byte[]> value) {
        rev++;
        index.apply(key, new VersionGuard.Version(Fixtures.rev(rev), value.isEmpty()), value);
    }

    void account(boolean active) {
        apply(
                new EventKey.OfAccount(Fixtures.DID),
                Optional.of(ContractJson.write(Fixtures.account(rev + 1, active))));
    }

    void publication(String url) {
        apply(
                new EventKey.OfRecord(Fixtures.PUBLICATION),
                Optional.of(ContractJson.write(Fixtures.publication(rev + 1, url))));
    }

    List<PrintJob> flush() {
        List<PrintJob> printed = new ArrayList<>();
        index.flush(Extent.EVERYTHING, printed::add);
        printed.forEach(this::print);
        return printed;
    }

    PrintedSite flushed() {
        while (index.flush(Extent.EVERYTHING, this::print)) {
            continue;
        }
        return this;
    }

    List<PrintJob> flushedJobs() {
        List<PrintJob> jobs = new ArrayList<>();
        while (index.flush(Extent.EVERYTHING, jobs::add)) {
            continue;
        }
        return jobs;
    }

    private void print(PrintJob job) {
        jobs++;
        if (job.isRemoval()) {
            pages.remove(job.folder());
        } else {
            pages.put(job.folder(), withoutHint(job));
        }
    }

    /** A job without what it says of the past, which other tests look at. */
    private static PrintJob withoutHint(PrintJob job) {
        if (job instanceof PrintJob.PrintDocument print) {
            return new PrintJob.PrintDocument(
                    print.written(),
                    print.publication(),
                    print.neighbours(),
                    print.listed(),
                    Optional.empty());
        }
        return job instanceof PrintJob.PrintChannel print
                ? new PrintJob.PrintChannel(
                        print.channel(),
                        print.items(),
                        print.cut(),
                        print.older(),
                        List.of(),
                        Optional.empty())
                : job;
    }

    /** What each page below a channel lists, by its folder. */
    Map<String, List<AtUri>> listings(String channel) {
        Map<String, List<AtUri>> listings = new TreeMap<>();
        pages.forEach(
                (folder, job) -> {
                    if (folder.startsWith(channel)) {
                        items(job).ifPresent(items -> listings.put(folder, uris(items)));
                    }
                });
        return listings;
    }

    private static List<AtUri> uris(List<Item> items) {
        return items.stream().map(item -> item.entry().uri()).toList();
    }

    private static Optional<List<Item>> items(PrintJob job) {
        return switch (job) {
            case PrintJob.PrintChannel print -> Optional.of(print.items());
            case PrintJob.PrintChapter print -> Optional.of(print.items());
            default -> Optional.empty();
        };
    }
}
