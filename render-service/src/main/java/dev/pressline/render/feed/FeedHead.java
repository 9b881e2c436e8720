package dev.pressline.render.feed;

import dev.pressline.contract.document.Publication;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.ImageWriter;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Feed;
import dev.pressline.render.page.SiteSettings;
import java.time.Instant;
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
 */
record FeedHead(
        String id,
        String title,
        Optional<String> description,
        String home,
        String self,
        Optional<String> language,
        Optional<String> icon,
        Optional<Instant> updated) {

    static FeedHead of(Channel channel, Feed format, SiteSettings settings, List<FeedItem> items) {
        SiteUrls urls = SiteUrls.below(settings.publicUrl() + '/');
        return new FeedHead(
                TagUri.of(channel),
                channel.name(settings),
                channel.description(),
                urls.to(channel.folder()),
                urls.to(format.key(channel.folder())),
                channel.language().tag(),
                icon(channel).map(urls::to),
                items.stream()
                        .map(FeedItem::updated)
                        .max(Comparator.naturalOrder())
                        .filter(Instant.EPOCH::isBefore));
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
        };
    }
}
