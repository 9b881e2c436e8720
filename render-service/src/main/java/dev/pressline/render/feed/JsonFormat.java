package dev.pressline.render.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.Blob;
import dev.pressline.render.html.Encoder;
import dev.pressline.render.html.OutsideUrl;
import dev.pressline.render.page.Dates;
import dev.pressline.render.page.Names;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * JSON Feed 1.1. No key has a null or empty value. Stateless and thread-safe.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
final class JsonFormat {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonFormat() {}

    static byte[] item(Article article) {
        ObjectNode item = NODES.objectNode();
        put(item, "id", article.id());
        put(item, "url", article.url());
        article.original().ifPresent(url -> put(item, "external_url", url));
        put(item, "title", article.title());
        put(item, "content_html", article.content());
        article.summary().ifPresent(text -> put(item, "summary", text));
        put(item, "image", article.imageUrl());
        article.document()
                .publishedAt()
                .ifPresent(date -> put(item, "date_published", Dates.rfc3339(date)));
        article.document()
                .updatedAt()
                .ifPresent(date -> put(item, "date_modified", Dates.rfc3339(date)));
        authors(item, article.authors());
        tags(item, article.tags());
        article.language().ifPresent(tag -> put(item, "language", tag));
        article.image().filter(blob -> blob.size() >= 0).ifPresent(b -> attach(item, article, b));
        return item.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void authors(ObjectNode item, List<Author> authors) {
        if (authors.isEmpty()) {
            return;
        }
        ArrayNode array = item.putArray("authors");
        for (Author author : authors) {
            ObjectNode node = array.addObject();
            put(node, "name", Names.of(author));
            put(node, "url", OutsideUrl.profile(author.did()).toString());
        }
    }

    private static void tags(ObjectNode item, List<String> tags) {
        if (!tags.isEmpty()) {
            ArrayNode array = item.putArray("tags");
            tags.forEach(tag -> array.add(Encoder.clean(tag)));
        }
    }

    private static void attach(ObjectNode item, Article article, Blob blob) {
        ObjectNode attachment = item.putArray("attachments").addObject();
        put(attachment, "url", article.imageUrl());
        put(attachment, "mime_type", blob.mimeType());
        attachment.put("size_in_bytes", blob.size());
    }

    /** The feed up to its items, which follow separated by commas. */
    static byte[] head(FeedHead head) {
        ObjectNode feed = NODES.objectNode();
        put(feed, "version", "https://jsonfeed.org/version/1.1");
        put(feed, "title", head.title());
        put(feed, "home_page_url", head.home());
        put(feed, "feed_url", head.self());
        head.description().ifPresent(text -> put(feed, "description", text));
        head.language().ifPresent(tag -> put(feed, "language", tag));
        head.icon().ifPresent(url -> put(feed, "icon", url));
        head.hub().ifPresent(url -> hub(feed, url));
        String text = feed.toString();
        String open = text.substring(0, text.length() - 1) + ",\"items\":[\n";
        return open.getBytes(StandardCharsets.UTF_8);
    }

    private static void hub(ObjectNode feed, String url) {
        feed.putArray("hubs").addObject().put("type", "WebSub").put("url", url);
    }

    static byte[] separator() {
        return ",\n".getBytes(StandardCharsets.UTF_8);
    }

    static byte[] foot() {
        return "\n]}\n".getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ObjectNode node, String key, String value) {
        String clean = Encoder.clean(value);
        if (!clean.isEmpty()) {
            node.put(key, clean);
        }
    }
}
