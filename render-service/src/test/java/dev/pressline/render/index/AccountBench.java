package dev.pressline.render.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.document.Site;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.VersionGuard;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.job.Departure;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.job.Subscribed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The index of one account, what happens to it, and what it prints. Not thread-safe. */
final class AccountBench {

    private final AccountIndex index = new AccountIndex(Fixtures.stores(), Fixtures.chapters());

    /** What happens at a rev; without a value it deletes. */
    record Event(EventKey key, int rev, Optional<Normalized> value) {}

    static Event document(int number, int rev, String title) {
        return new Event(
                new EventKey.OfRecord(Fixtures.documentUri(number)),
                rev,
                Optional.of(Fixtures.document(number, rev, title)));
    }

    /** A document of no publication. */
    static Event loose(int number, int rev) {
        Site site = new Site("loose", Optional.empty(), Optional.of("https://loose.example"));
        return new Event(
                new EventKey.OfRecord(Fixtures.documentUri(number)),
                rev,
                Optional.of(
                        Fixtures.with(
                                Fixtures.document(number, rev, "Loose " + number), "site", site)));
    }

    static Event delete(int number, int rev) {
        return new Event(
                new EventKey.OfRecord(Fixtures.documentUri(number)), rev, Optional.empty());
    }

    static Event publication(int rev, String url) {
        return new Event(
                new EventKey.OfRecord(Fixtures.PUBLICATION),
                rev,
                Optional.of(Fixtures.publication(rev, url)));
    }

    static Event account(int rev, boolean active) {
        return new Event(
                new EventKey.OfAccount(Fixtures.DID),
                rev,
                Optional.of(Fixtures.account(rev, active)));
    }

    static Event named(int rev, String handle) {
        return new Event(
                new EventKey.OfAccount(Fixtures.DID),
                rev,
                Optional.of(
                        Fixtures.account(rev, true).withHandle(Optional.of(Handle.parse(handle)))));
    }

    static Event deletedAccount(int rev) {
        return new Event(
                new EventKey.OfAccount(Fixtures.DID),
                rev,
                Optional.of(Fixtures.deletedAccount(rev)));
    }

    static Event republished(int number, int rev, String path) {
        Event plain = document(number, rev, "Title " + number);
        Document document = (Document) plain.value().orElseThrow();
        return new Event(plain.key(), rev, Optional.of(Fixtures.at(document, path)));
    }

    /** The job of a page that is gone for good, deleted by a rev. */
    static PrintJob removal(int number, Optional<Integer> rev) {
        return new PrintJob.RemoveDocument(
                Fixtures.documentUri(number),
                true,
                rev.map(each -> new Departure(Fixtures.rev(each), List.of())));
    }

    AccountIndex.Outcome apply(Event event) {
        return index.apply(
                event.key(),
                new VersionGuard.Version(Fixtures.rev(event.rev()), event.value().isEmpty()),
                event.value().map(ContractJson::write));
    }

    /** Has it print so much once; returns whether there is more. */
    boolean flush(Extent extent, Consumer<PrintJob> press) {
        return index.flush(extent, press);
    }

    /** All that it prints, to the end. */
    List<PrintJob> flush() {
        List<PrintJob> jobs = new ArrayList<>();
        while (flush(Extent.EVERYTHING, jobs::add)) {
            continue;
        }
        return jobs;
    }

    /** What it prints of pages alone. */
    List<PrintJob> flushPages() {
        List<PrintJob> jobs = new ArrayList<>();
        flush(Extent.PAGES, jobs::add);
        return jobs;
    }

    /** What the lists are told of a subscription, in order. */
    List<Optional<Subscribed>> told(AtUri subscription) {
        List<Optional<Subscribed>> told = new ArrayList<>();
        index.handOn(
                (uri, subscribed) -> {
                    assertThat(uri).isEqualTo(subscription);
                    told.add(subscribed);
                });
        return told;
    }
}
