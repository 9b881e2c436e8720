package dev.pressline.render.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.Summary;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.BodyWriter;
import dev.pressline.render.html.Encoder;
import dev.pressline.render.html.OutsideUrl;
import dev.pressline.render.html.SiteUrls;

/**
 * A document as schema.org {@code Article}. Stateless and thread-safe.
 *
 * @see <a href="https://schema.org/Article">schema.org: Article</a>
 */
final class JsonLd {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonLd() {}

    /**
     * The JSON of a document.
     *
     * @param settings the site
     * @param urls absolute URLs of the site
     * @param mainEntity the page that is the document's own, the publisher's where known
     */
    static String of(DocumentPage page, SiteSettings settings, SiteUrls urls, String mainEntity) {
        Document document = page.document();
        ObjectNode article = NODES.objectNode();
        article.put("@context", "https://schema.org").put("@type", "Article");
        article.put("headline", title(document));
        document.summary().map(Summary::text).ifPresent(t -> article.put("description", clean(t)));
        document.publishedAt().ifPresent(date -> article.put("datePublished", Dates.rfc3339(date)));
        document.updatedAt().ifPresent(date -> article.put("dateModified", Dates.rfc3339(date)));
        authors(article, document);
        Covers.of(document).ifPresent(blob -> article.set("image", image(document, blob, urls)));
        document.language().ifPresent(language -> article.put("inLanguage", language.tag()));
        keywords(article, document);
        page.publication().ifPresent(joined -> blog(article, joined, settings, urls));
        article.put("mainEntityOfPage", clean(mainEntity));
        if (BodyWriter.isCut(document)) {
            article.put("isAccessibleForFree", false);
        }
        return article.toString();
    }

    private static void keywords(ObjectNode article, Document document) {
        if (!document.tags().isEmpty()) {
            var keywords = article.putArray("keywords");
            document.tags().forEach(tag -> keywords.add(clean(tag)));
        }
    }

    private static void blog(
            ObjectNode article, Publication joined, SiteSettings settings, SiteUrls urls) {
        article.putObject("isPartOf")
                .put("@type", "Blog")
                .put("name", clean(new Channel.OfPublication(joined).name(settings)))
                .put("url", urls.to(ObjectKeys.publication(joined.uri())));
    }

    private static ObjectNode image(Document document, Blob blob, SiteUrls urls) {
        ObjectNode image = NODES.objectNode();
        image.put("@type", "ImageObject");
        image.put("url", urls.to(ObjectKeys.blob(document.uri().did(), blob.cid())));
        blob.width().ifPresent(width -> image.put("width", width));
        blob.height().ifPresent(height -> image.put("height", height));
        return image;
    }

    private static void authors(ObjectNode article, Document document) {
        if (document.authors().isEmpty()) {
            return;
        }
        var authors = article.putArray("author");
        for (Author author : document.authors()) {
            authors.addObject()
                    .put("@type", "Person")
                    .put("name", clean(Names.of(author)))
                    .put("url", OutsideUrl.profile(author.did()).toString());
        }
    }

    private static String title(Document document) {
        return clean(Names.title(document.title(), document.summary().map(Summary::text)));
    }

    private static String clean(String text) {
        return Encoder.clean(text);
    }
}
