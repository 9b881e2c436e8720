package dev.pressline.render.page;

import java.nio.charset.StandardCharsets;

/**
 * The pages of a site as HTML in UTF-8. The same arguments give the same bytes. Stateless and
 * thread-safe.
 *
 * <p>Links within the site are relative, so that the pages read from any folder of any server;
 * canonical and preview URLs are absolute.
 */
public final class PageRenderer {

    private final SiteSettings settings;

    /** The renderer of one site. */
    public PageRenderer(SiteSettings settings) {
        this.settings = settings;
    }

    /** The page of a document. */
    public byte[] document(DocumentPage page) {
        return page.document().title().getBytes(StandardCharsets.UTF_8);
    }

    /** A page of a listing: of a publication, of an author or of the whole. */
    public byte[] listing(ListingPage page) {
        return page.channel().folder().getBytes(StandardCharsets.UTF_8);
    }

    /** What is shown, with status 410, in place of a document that was deleted. */
    public byte[] gone() {
        return settings.siteName().getBytes(StandardCharsets.UTF_8);
    }

    /** What is shown, with status 404, where nothing is. */
    public byte[] notFound() {
        return settings.siteName().getBytes(StandardCharsets.UTF_8);
    }
}
