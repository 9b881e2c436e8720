package dev.pressline.render.index;

import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.VersionGuard;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.store.Sha256;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.job.Subscribed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What is published by the accounts of one partition: the version guard, the newest version of each
 * record, and the order of every channel. An event changes the state and marks what it touches;
 * {@link #flush} turns the marks into jobs, pages before channels before removals. So a burst
 * prints each page and channel a few times only, and what is printed last depends on the state
 * alone. Its state is in the stores. Not thread-safe.
 */
final class AccountIndex {

    /** The records that a sweep looks at between two looks for news. */
    static final int SWEPT = 50;

    /** The same where they have to disappear, which is less work. */
    static final int HIDDEN = 500;

    /** With what the keys of marks begin that go when they are seen to. */
    static final String WAITING =
            Marks.LETTERS
                    + ChannelMarks.WAITING
                    + Sweeps.SWEEP
                    + SubscriptionMarks.MARK
                    + Causes.CAUSE;

    private static final int SETTLED = 20_000;

    private final Stores stores;
    private final CurrentRecords records;
    private final Marks marks;
    private final Sweeps sweeps;
    private final ChannelMarks channelMarks;
    private final SubscriptionMarks subscriptions;
    private final Placement placement;
    private final Departures departures;
    private final JobMaker maker;
    private final ChannelJobs channelJobs;

    /** What must not wait, since something has to leave; after a restart nobody knows what. */
    private Extent urgent = Extent.EVERYTHING;

    /**
     * Documents that were printed since they changed, and since a publication or account last did:
     * the sweep of a publication has nothing to do for them.
     */
    private final Set<AtUri> settled = new HashSet<>();

    private long swept;

    /**
     * The stores of the index.
     *
     * @param versions the guard: (rev, deleted) by key, outliving the record
     * @param records the newest normalized value by key
     * @param order the documents of each channel by {@link OrderKey}, their {@link Chapters}, and
     *     {@link Duplicates}
     * @param places for each document the order keys under which it stands, one a line
     * @param marks what has to be printed, see {@link Marks}, {@link ChannelMarks} and {@link
     *     SubscriptionMarks}, and {@link Sweeps}
     */
    record Stores(
            SortedStore versions,
            SortedStore records,
            SortedStore order,
            SortedStore places,
            SortedStore marks) {}

    AccountIndex(Stores stores, ChapterAllowance allowance) {
        this.stores = stores;
        this.records = new CurrentRecords(stores.records());
        this.marks = new Marks(stores.marks());
        this.sweeps = new Sweeps(stores);
        this.channelMarks = new ChannelMarks(stores.marks());
        this.subscriptions = new SubscriptionMarks(stores.marks(), records);
        Duplicates duplicates = new Duplicates(stores.order());
        Chapters chapters = new Chapters(stores.order());
        ChannelOrder channels = new ChannelOrder(chapters, channelMarks);
        this.placement = new Placement(stores, records, marks, channels, duplicates);
        DeletedEntries deletedEntries = new DeletedEntries(stores.order(), channelMarks);
        this.departures = new Departures(stores.places(), deletedEntries);
        this.maker = new JobMaker(records, stores.order(), duplicates, departures);
        this.channelJobs =
                new ChannelJobs(
                        chapters,
                        deletedEntries,
                        channelMarks,
                        allowance,
                        new AccountDirectory(records, stores.order()));
    }

    /** What an event did. */
    enum Outcome {
        /** A new version that something shows. */
        CHANGED,
        /** The version that was known, made anew with more in it. */
        IMPROVED,
        /** Nothing that something shows. */
        UNCHANGED,
        /** Older than what was known. */
        STALE
    }

    /** Takes an event in; an empty value is a delete. */
    Outcome apply(EventKey key, VersionGuard.Version arriving, Optional<byte[]> value) {
        Optional<KnownVersion> known = stores.versions().get(key.text()).map(KnownVersion::read);
        KnownVersion version = new KnownVersion(arriving, value.map(Sha256::hex).orElse(""));
        VersionGuard.Verdict verdict =
                VersionGuard.compare(known.map(KnownVersion::version), arriving);
        switch (verdict) {
            case STALE -> {
                return late(key, known.orElseThrow().version(), value);
            }
            case SAME -> {
                if (known.equals(Optional.of(version))) {
                    return Outcome.UNCHANGED;
                }
            }
            case NEWER -> {}
        }
        Optional<Normalized> parsed = value.map(ContractJson::read);
        boolean isSaidBefore = saysTheSame(key, parsed);
        stores.versions().put(key.text(), version.bytes());
        if (key instanceof EventKey.OfRecord(AtUri uri)) {
            departed(uri, arriving.rev(), parsed, known.isEmpty());
        }
        value.ifPresentOrElse(
                bytes -> records.put(key, bytes, parsed.orElseThrow()), () -> records.remove(key));
        if (isSaidBefore) {
            return Outcome.UNCHANGED;
        }
        touch(key, parsed, known.isEmpty());
        return verdict == VersionGuard.Verdict.SAME ? Outcome.IMPROVED : Outcome.CHANGED;
    }

    /** Remembers where a document was that goes, before its record is forgotten. */
    private void departed(AtUri uri, Tid rev, Optional<Normalized> now, boolean isNew) {
        Optional<Document> document = document(now);
        if (now.isEmpty()) {
            departures.left(uri, rev, records.document(uri));
        } else if (document.filter(Visibility::isHiddenByItself).isPresent()) {
            departures.left(uri, rev, document);
        } else if (!isNew) {
            departures.returned(uri);
        }
    }

    /** What comes behind a delete still tells where the document was. */
    private Outcome late(EventKey key, VersionGuard.Version known, Optional<byte[]> value) {
        Optional<Document> older =
                document(value.filter(each -> known.deleted()).map(ContractJson::read));
        boolean tellsMore =
                older.filter(document -> departures.late(document, known.rev())).isPresent();
        if (tellsMore && key instanceof EventKey.OfRecord(AtUri uri)) {
            marks.changed(uri, false);
        }
        return tellsMore ? Outcome.CHANGED : Outcome.STALE;
    }

    private static Optional<Document> document(Optional<Normalized> value) {
        return value.filter(Document.class::isInstance).map(Document.class::cast);
    }

    /** Whether an event of an account tells nothing new, however new it is itself. */
    private boolean saysTheSame(EventKey key, Optional<Normalized> value) {
        return key instanceof EventKey.OfAccount(Did did)
                && value.filter(AccountState.class::isInstance)
                        .map(AccountState.class::cast)
                        .flatMap(now -> records.account(did).filter(now::saysTheSameAs))
                        .isPresent();
    }

    private void touch(EventKey key, Optional<Normalized> value, boolean isNew) {
        switch (key) {
            case EventKey.OfAccount account -> {
                urgent = Extent.EVERYTHING;
                records.changedForMany(account.did());
                settled.clear();
                touchAll(account.did());
            }
            case EventKey.OfRecord(AtUri uri) -> {
                if (isNew && records.isHidden(uri.did())) {
                    channelMarks.channel(uri.did().value());
                }
                switch (RecordKind.of(uri)) {
                    case DOCUMENT -> {
                        if (value.isEmpty()) {
                            urgent = urgent.or(Extent.LEFT);
                        }
                        place(uri, document(value), isNew);
                    }
                    case PUBLICATION -> touchPublication(uri, isNew);
                    case SUBSCRIPTION -> subscriptions.changed(uri);
                    case OTHER -> {}
                }
            }
        }
    }

    /** A publication that was never known takes nothing away from what is seen. */
    private void touchPublication(AtUri uri, boolean isNew) {
        if (!isNew) {
            urgent = Extent.EVERYTHING;
        }
        records.changedForMany(uri.did());
        channelMarks.channel(uri.toString());
        settled.clear();
        sweeps.begin(new EventKey.OfRecord(uri), false, SWEPT).forEach(this::place);
    }

    /**
     * Marks the channels of an account at once, and has its records looked at one by one. That of
     * the author is marked even where all of them are deleted, or come later: that it is gone
     * depends on no order.
     */
    private void touchAll(Did did) {
        String repository = AtUri.SCHEME + did + '/';
        if (stores.versions().after(repository, repository).isEmpty()) {
            return;
        }
        List<String> publications = publications(did);
        boolean hasChannel = !publications.isEmpty() || holds(RecordKind.DOCUMENT.prefix(did));
        if (hasChannel || records.isHidden(did)) {
            channelMarks.channel(did.value());
        }
        publications.forEach(channelMarks::channel);
        sweeps.begin(new EventKey.OfAccount(did), records.isHidden(did), SWEPT)
                .forEach(this::lookAgain);
    }

    private boolean holds(String prefix) {
        return stores.records().after(prefix, prefix).isPresent();
    }

    private List<String> publications(Did did) {
        String prefix = RecordKind.PUBLICATION.prefix(did);
        List<String> publications = new ArrayList<>();
        Optional<String> next = stores.records().after(prefix, prefix);
        while (next.isPresent()) {
            publications.add(next.get());
            next = stores.records().after(prefix, next.get());
        }
        return publications;
    }

    /** Looks at some of the records that are to be; what has to be hidden does not wait. */
    private void sweep() {
        boolean isOfPublication =
                sweeps.current().filter(EventKey.OfRecord.class::isInstance).isPresent();
        List<AtUri> next = sweeps.next(isHiding() ? HIDDEN : SWEPT);
        next.stream()
                .filter(uri -> !(isOfPublication && settled.contains(uri)))
                .forEach(this::lookAgain);
        swept += next.size();
    }

    private boolean isHiding() {
        return sweeps.current().map(EventKey::did).filter(records::isHidden).isPresent();
    }

    /** How many sweeps are under way. */
    int sweeps() {
        return sweeps.count();
    }

    /** How many records sweeps have looked at since the index was made. */
    long swept() {
        return swept;
    }

    private void lookAgain(AtUri uri) {
        switch (RecordKind.of(uri)) {
            case DOCUMENT -> place(uri);
            case PUBLICATION -> channelMarks.channel(uri.toString());
            case SUBSCRIPTION -> subscriptions.changed(uri);
            case OTHER -> {}
        }
    }

    private void place(AtUri uri) {
        place(uri, records.document(uri), false);
    }

    private void place(AtUri uri, Optional<Document> document, boolean isNew) {
        if (placement.place(uri, document, isNew)) {
            urgent = urgent.or(Extent.LEFT);
        }
    }

    /**
     * Emits the jobs for what is marked and forgets those marks; returns whether others are left.
     * Prints more than was asked for when something must no longer be seen.
     */
    boolean flush(Extent asked, Consumer<PrintJob> jobs) {
        Extent extent = asked.or(urgent);
        urgent = Extent.NOTHING;
        if (extent == Extent.NOTHING) {
            return true;
        }
        List<PrintJob> removals = new ArrayList<>();
        Consumer<PrintJob> printsFirst =
                job -> {
                    if (job.isRemoval()) {
                        removals.add(job);
                    } else {
                        jobs.accept(job);
                    }
                };
        changed(printsFirst);
        sweep();
        changed(printsFirst);
        switch (extent) {
            case NOTHING, PAGES -> {}
            case LEFT -> {
                documents(marks.leftNeighbours(), printsFirst);
                channelJobs.flushLeft(printsFirst);
            }
            case EVERYTHING -> {
                documents(marks.neighbours(), printsFirst);
                channelJobs.flush(printsFirst);
            }
        }
        removals.forEach(jobs);
        urgent = stillUrgent();
        return sweeps.count() > 0 || !marks.neighbours().isEmpty() || channelMarks.isAnythingLeft();
    }

    private Extent stillUrgent() {
        if (isHiding()) {
            return Extent.EVERYTHING;
        }
        return channelMarks.isFirstLeft() ? Extent.LEFT : Extent.NOTHING;
    }

    /**
     * Tells what became of subscriptions that are marked, nothing where they may not be seen, and
     * forgets those marks.
     */
    void handOn(BiConsumer<AtUri, Optional<Subscribed>> told) {
        subscriptions.handOn(told);
    }

    private void changed(Consumer<PrintJob> jobs) {
        List<AtUri> changed = marks.changed();
        documents(changed, jobs);
        changed.stream().limit(SETTLED - settled.size()).forEach(settled::add);
    }

    private void documents(List<AtUri> uris, Consumer<PrintJob> jobs) {
        for (AtUri uri : uris) {
            jobs.accept(maker.document(uri, marks.isNew(uri)));
            marks.forget(uri);
        }
    }
}
