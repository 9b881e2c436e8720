package dev.pressline.render.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.job.Departure;
import dev.pressline.render.job.Item;
import dev.pressline.render.job.Membership;
import dev.pressline.render.job.MembershipKey;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The channels that documents of many accounts share: the whole, and every tag. The documents of
 * the whole come from the press; they spread to the partitions of their tags from here, where their
 * old tags are known. What is printed depends on the memberships alone, not on the order in which
 * they came. Not thread-safe.
 */
final class SharedIndex implements ChannelJobs.Directory {

    private static final char LINE = '\n';

    /** Stands for the place of a document that is gone. */
    private static final String NOWHERE = "";

    /** The most sitemaps of chapters; two more fit into what an index may name. */
    private static final int SITEMAPS = 49_998;

    private final Stores stores;
    private final ChannelMarks marks;
    private final ChannelOrder channels;
    private final DeletedEntries deletedEntries;
    private final ChannelJobs jobs;

    /** What must not wait, since something has to leave; after a restart nobody knows what. */
    private Extent urgent = Extent.EVERYTHING;

    /**
     * The stores of the index.
     *
     * @param order the memberships of each channel by {@link OrderKey}, and their {@link Chapters}
     * @param places by {@link MembershipKey} the order key, empty for what is gone, and of
     *     documents of the whole their tags
     * @param marks what has to be printed
     */
    record Stores(SortedStore order, SortedStore places, SortedStore marks) {}

    SharedIndex(Stores stores, ChapterAllowance allowance) {
        this.stores = stores;
        this.marks = new ChannelMarks(stores.marks());
        Chapters chapters = new Chapters(stores.order());
        this.channels = new ChannelOrder(chapters, marks);
        this.deletedEntries = new DeletedEntries(stores.order(), marks);
        this.jobs = new ChannelJobs(chapters, deletedEntries, marks, allowance, this);
    }

    /** What tells the channels of tags what they have to know. */
    interface HandOn {
        void accept(MembershipKey key, Optional<byte[]> value, Optional<Departure> departure);
    }

    /**
     * Takes in what is listed of a document now, empty when it no longer is, and perhaps that it is
     * gone for good; hands on what the channels of its tags have to know. Returns false, having
     * done nothing, when that was known: a page is printed again for others that it leads to, too.
     */
    boolean place(
            MembershipKey key,
            Optional<byte[]> value,
            Optional<Departure> departure,
            HandOn handOn) {
        Optional<Membership> now = value.map(each -> ContractJson.read(Membership.class, each));
        List<String> before = lines(key);
        Optional<String> place = now.map(each -> place(key, each));
        if (place.isPresent() && isKnown(before, place.get(), value.orElseThrow())) {
            return false;
        }
        before.stream()
                .limit(1)
                .filter(old -> !old.isEmpty() && !place.equals(Optional.of(old)))
                .forEach(this::leave);
        place.ifPresent(each -> channels.enter(each, value.orElseThrow()));
        Set<String> tags = key.isFront() ? tags(now, departure) : Set.of();
        before.stream()
                .skip(1)
                .filter(tag -> !tags.contains(tag))
                .forEach(tag -> handOn.accept(of(tag, key), Optional.empty(), Optional.empty()));
        Optional<byte[]> plain = now.filter(each -> !tags.isEmpty()).map(SharedIndex::plain);
        Optional<Departure> ofTag = departure.map(Departure::withoutTags);
        tags.forEach(tag -> handOn.accept(of(tag, key), plain, ofTag));
        remember(key, place.or(() -> departure.map(gone -> NOWHERE)), tags);
        depart(key, departure);
        if (key.isFront()) {
            marks.channel(MembershipKey.FRONT);
            marks.chaptersOnce(MembershipKey.FRONT);
        }
        return true;
    }

    private boolean isKnown(List<String> before, String place, byte[] value) {
        return before.stream().limit(1).anyMatch(place::equals)
                && stores.order().get(place).filter(old -> Arrays.equals(old, value)).isPresent();
    }

    private static MembershipKey of(String channel, MembershipKey key) {
        return new MembershipKey(channel, key.uri());
    }

    private void depart(MembershipKey key, Optional<Departure> departure) {
        departure.ifPresentOrElse(
                gone ->
                        deletedEntries
                                .put(key.channel(), key.uri(), gone.rev())
                                .map(forgotten -> new MembershipKey(key.channel(), forgotten))
                                .ifPresent(forgotten -> stores.places().delete(forgotten.text())),
                () -> deletedEntries.remove(key.channel(), key.uri()));
    }

    /** What tags have to know: defects are reported once. */
    private static byte[] plain(Membership membership) {
        return ContractJson.write(Membership.class, membership.withoutDefects());
    }

    private static String place(MembershipKey key, Membership membership) {
        return OrderKey.of(key.channel(), membership.publishedAt(), key.uri());
    }

    private static Set<String> tags(Optional<Membership> now, Optional<Departure> departure) {
        Set<String> channels = new LinkedHashSet<>();
        now.map(membership -> Tag.of(membership.item().entry().tags()))
                .or(() -> departure.map(Departure::tags))
                .ifPresent(tags -> tags.forEach(tag -> channels.add(id(tag))));
        return channels;
    }

    /** The id of a tag's channel: its folder, without the last slash. */
    private static String id(Tag tag) {
        String folder = ObjectKeys.tag(tag.name());
        return folder.substring(0, folder.length() - 1);
    }

    private void leave(String place) {
        channels.leaveForGood(place);
        urgent = urgent.or(Extent.LEFT);
    }

    private List<String> lines(MembershipKey key) {
        return stores.places()
                .get(key.text())
                .map(lines -> List.of(new String(lines, UTF_8).split(String.valueOf(LINE), -1)))
                .orElse(List.of());
    }

    private void remember(MembershipKey key, Optional<String> place, Set<String> tags) {
        if (place.isEmpty()) {
            stores.places().delete(key.text());
            return;
        }
        List<String> lines = new ArrayList<>(List.of(place.get()));
        lines.addAll(tags);
        stores.places().put(key.text(), String.join(String.valueOf(LINE), lines).getBytes(UTF_8));
    }

    /** How much must not wait, since something must no longer be seen. */
    Extent urgent() {
        return urgent;
    }

    /**
     * Emits the jobs for what is marked, so much of it, removals last; returns whether something is
     * left.
     */
    boolean flush(Extent extent, Consumer<PrintJob> printed) {
        List<PrintJob> removals = new ArrayList<>();
        Consumer<PrintJob> kept = removals::add;
        Consumer<PrintJob> printsFirst = job -> (job.isRemoval() ? kept : printed).accept(job);
        if (extent == Extent.EVERYTHING) {
            jobs.flush(printsFirst);
        } else {
            jobs.flushLeft(printsFirst);
        }
        if (!marks.isAnythingLeft() && marks.takeChapters(MembershipKey.FRONT)) {
            printed.accept(new PrintJob.PrintSitemap(marks.printed(MembershipKey.FRONT, SITEMAPS)));
        }
        removals.forEach(printed);
        urgent = marks.isFirstLeft() ? Extent.LEFT : Extent.NOTHING;
        return marks.isAnythingLeft();
    }

    @Override
    public void chaptersChanged(String id) {
        if (id.equals(MembershipKey.FRONT)) {
            marks.chapters(id);
        }
    }

    @Override
    public Optional<Channel> channel(String id) {
        return id.equals(MembershipKey.FRONT) ? Optional.of(new Channel.Front()) : tag(id);
    }

    /** A tag, as any of its documents names it; empty where no document has it. */
    private Optional<Channel> tag(String id) {
        List<Item> newest = new ArrayList<>();
        stores.order()
                .visit(
                        OrderKey.prefix(id),
                        1,
                        (key, value) -> item(key, value).ifPresent(newest::add));
        return newest.stream()
                .flatMap(item -> Tag.of(item.entry().tags()).stream())
                .filter(tag -> id(tag).equals(id))
                .findFirst()
                .map(Channel.OfTag::new);
    }

    @Override
    public Optional<Channel> archived(String id) {
        return channel(id);
    }

    @Override
    public String folder(String id) {
        return id.equals(MembershipKey.FRONT) ? ObjectKeys.FRONT : id + '/';
    }

    @Override
    public boolean isGone(String id) {
        return false;
    }

    @Override
    public Optional<Item> item(String key, byte[] value) {
        return Optional.of(ContractJson.read(Membership.class, value).item());
    }
}
