package dev.pressline.render.feed;

import dev.pressline.contract.document.Publication;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.ImageWriter;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Chapter;
import dev.pressline.render.page.Feed;
import dev.pressline.render.page.ListingPage;
import dev.pressline.render.page.SiteSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a feed says of itself. Immutable.
 *
 * @param id its identity, the same in all formats
 * @param title its name
 * @param description what it is about
 * @param home the page of the channel
 * @param self its own URL
 * @param language the language its publication declares
 * @param icon the icon of its publication
 * @param updated the newest date of its items; absent for an empty feed
 * @param isArchive whether it is a part of the archive, which nobody subscribes to
 * @param hub the WebSub hub that tells of its changes; none for a part of the archive
 * @param links where the other feeds of the channel are
 */
record FeedHead(
        String id,
        String title,
        Optional<String> description,
        String home,
        String self,
        Optional<String> language,
        Optional<String> icon,
        Optional<Instant> updated,
        boolean isArchive,
        Optional<String> hub,
        List<Link> links) {

    /**
     * A link to another feed of the channel.
     *
     * @param relation a relation of RFC 5005
     * @param href its URL
     */
    record Link(String relation, String href) {}

    /** The head of a feed that people subscribe to. */
    static FeedHead of(
            Channel channel,
            Feed format,
            Optional<Chapter> older,
            SiteSettings settings,
            List<FeedItem> items) {
        SiteUrls urls = SiteUrls.below(settings.publicUrl() + '/');
        return of(
                channel,
                urls,
                new Address(channel.folder(), format.key(channel.folder()), false),
                older.map(each -> archive("prev-archive", channel, each, urls)).stream().toList(),
                settings,
                items);
    }

    /** The head of a chapter of the archive, in Atom. */
    static FeedHead of(
            Channel channel,
            ListingPage.Archived place,
            SiteSettings settings,
            List<FeedItem> items) {
        SiteUrls urls = SiteUrls.below(settings.publicUrl() + '/');
        String folder = place.chapter().folder(channel.folder());
        List<Link> links = new ArrayList<>();
        links.add(new Link("current", urls.to(ObjectKeys.atom(channel.folder()))));
        place.older().ifPresent(each -> links.add(archive("prev-archive", channel, each, urls)));
        place.newer().ifPresent(each -> links.add(archive("next-archive", channel, each, urls)));
        return of(
                channel,
                urls,
                new Address(folder, ObjectKeys.atom(folder), true),
                links,
                settings,
                items);
    }

    /** Where a feed is, and the page of the same documents. */
    private record Address(String page, String feed, boolean isArchive) {}

    private static FeedHead of(
            Channel channel,
            SiteUrls urls,
            Address address,
            List<Link> links,
            SiteSettings settings,
            List<FeedItem> items) {
        return new FeedHead(
                TagUri.of(channel),
                channel.name(settings),
                channel.description(),
                urls.to(address.page()),
                urls.to(address.feed()),
                channel.language().tag(),
                icon(channel).map(urls::to),
                items.stream()
                        .map(FeedItem::updated)
                        .max(Comparator.naturalOrder())
                        .filter(Instant.EPOCH::isBefore),
                address.isArchive(),
                settings.hub().filter(hub -> !address.isArchive()),
                links);
    }

    private static Link archive(String relation, Channel channel, Chapter chapter, SiteUrls urls) {
        return new Link(relation, urls.to(ObjectKeys.atom(chapter.folder(channel.folder()))));
    }

    private static Optional<String> icon(Channel channel) {
        return switch (channel) {
            case Channel.OfPublication(Publication publication) ->
                    publication
                            .icon()
                            .filter(ImageWriter::isShown)
                            .map(icon -> ObjectKeys.blob(publication.uri().did(), icon.cid()));
            case Channel.Front front -> Optional.empty();
            case Channel.OfAuthor author -> Optional.empty();
            case Channel.OfTag tag -> Optional.empty();
        };
    }
}
