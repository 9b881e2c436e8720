package dev.pressline.render.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.Language;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.Encoder;
import dev.pressline.render.html.ImageWriter;
import dev.pressline.render.html.OutsideUrl;
import dev.pressline.render.html.SiteUrls;

/**
 * A channel in the words of schema.org: {@code WebSite}, {@code Blog} or {@code ProfilePage}.
 * Stateless and thread-safe.
 */
final class ChannelJsonLd {

    private ChannelJsonLd() {}

    /**
     * The JSON of a channel.
     *
     * @param urls absolute URLs of the site
     * @param canonical the page that is the channel's own, the publisher's where known
     */
    static String of(Channel channel, SiteSettings settings, SiteUrls urls, String canonical) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("@context", "https://schema.org").put("@type", type(channel));
        json.put("name", Encoder.clean(channel.name(settings))).put("url", canonical);
        channel.description().ifPresent(text -> json.put("description", Encoder.clean(text)));
        switch (channel) {
            case Channel.Front front -> {}
            case Channel.OfTag tag -> {}
            case Channel.OfPublication(Publication publication) -> blog(json, publication, urls);
            case Channel.OfAuthor(Author author) -> person(json, author);
        }
        return json.toString();
    }

    private static String type(Channel channel) {
        return switch (channel) {
            case Channel.Front front -> "WebSite";
            case Channel.OfPublication publication -> "Blog";
            case Channel.OfAuthor author -> "ProfilePage";
            case Channel.OfTag tag -> "CollectionPage";
        };
    }

    private static void blog(ObjectNode json, Publication publication, SiteUrls urls) {
        publication.language().map(Language::tag).ifPresent(tag -> json.put("inLanguage", tag));
        publication
                .icon()
                .filter(ImageWriter::isShown)
                .map(icon -> urls.to(ObjectKeys.blob(publication.uri().did(), icon.cid())))
                .ifPresent(url -> json.put("image", url));
    }

    private static void person(ObjectNode json, Author author) {
        ObjectNode person = json.putObject("mainEntity").put("@type", "Person");
        person.put("name", Encoder.clean(Names.of(author)));
        person.put("identifier", author.did().value());
        author.handle().ifPresent(handle -> person.put("alternateName", handle.toString()));
        person.put("url", OutsideUrl.profile(author.did()).toString());
    }
}
