package dev.pressline.render.page;

import static dev.pressline.render.html.Attribute.ARIA_LABEL;
import static dev.pressline.render.html.Attribute.CHARSET;
import static dev.pressline.render.html.Attribute.CLASS;
import static dev.pressline.render.html.Attribute.CONTENT;
import static dev.pressline.render.html.Attribute.HREF;
import static dev.pressline.render.html.Attribute.ID;
import static dev.pressline.render.html.Attribute.MEDIA;
import static dev.pressline.render.html.Attribute.NAME;
import static dev.pressline.render.html.Attribute.REL;
import static dev.pressline.render.html.Attribute.TITLE;
import static dev.pressline.render.html.Attribute.TYPE;

import dev.pressline.contract.document.Publication;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;
import dev.pressline.render.html.ImageWriter;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.html.TextLanguage;
import java.util.Optional;

/**
 * What every page has around its own matter: the technical part of the head, masthead, skip link,
 * and the foot with the way to subscribe. Immutable.
 *
 * @param settings the site
 * @param urls how the page writes URLs of the site
 * @param language the language of its main text
 * @param publication the publication it belongs to, whose colours and icon it wears
 */
record Frame(
        SiteSettings settings,
        SiteUrls urls,
        TextLanguage language,
        Optional<Publication> publication) {

    private static final String PAPER = "#fcfbf8";
    private static final String DARK_PAPER = "#171614";

    /** Starts the page and its head; metadata of the page's own may follow. */
    void startHead(Html html, String title) {
        html.start(Element.HTML);
        language.markPage(html);
        html.line().start(Element.HEAD).line();
        html.start(Element.META).with(CHARSET, "utf-8").line();
        meta(html, "viewport", "width=device-width, initial-scale=1");
        html.element(Element.TITLE, title).line();
        meta(html, "color-scheme", "light dark");
        themeColours(html);
        stylesheet(html, Assets.style());
        Assets.theme(publication).ifPresent(theme -> stylesheet(html, theme));
        icon(html);
    }

    /** Ends the head and starts the body as far as the main part, under the name of the site. */
    void startMain(Html html) {
        startBody(html);
        html.start(Element.HEADER).with(CLASS, "masthead");
        html.start(Element.A).with(HREF, urls.to(ObjectKeys.FRONT)).with(REL, "home");
        html.text(settings.siteName()).end(Element.A);
        searchLink(html);
        html.endLine(Element.HEADER);
        html.start(Element.MAIN).with(ID, "main").line();
    }

    private void searchLink(Html html) {
        if (settings.searchable()) {
            html.text(" ").start(Element.A).with(HREF, urls.to(SearchPage.FOLDER));
            html.with(REL, "search");
            language.markEnglish(html);
            html.text("Search").end(Element.A);
        }
    }

    /** The same for the page that has the name of the site as its heading. */
    void startFrontMain(Html html) {
        startBody(html);
        if (settings.searchable()) {
            html.start(Element.NAV).with(ARIA_LABEL, "Site");
            searchLink(html);
            html.endLine(Element.NAV);
        }
        html.start(Element.MAIN).with(ID, "main").line();
    }

    private void startBody(Html html) {
        html.endLine(Element.HEAD).start(Element.BODY).line();
        html.start(Element.A).with(CLASS, "skip").with(HREF, "#main");
        language.markEnglish(html);
        html.text("Skip to the text").endLine(Element.A);
    }

    /** Ends the main part and the page, with the way to subscribe to a channel in its foot. */
    void end(Html html, Channel channel) {
        html.endLine(Element.MAIN);
        html.start(Element.FOOTER).with(CLASS, "foot");
        language.markEnglish(html);
        html.line().start(Element.P);
        if (channel.hasSubscribePage()) {
            html.start(Element.A).with(HREF, urls.to(ObjectKeys.subscribe(channel.folder())));
            html.text("Subscribe to ");
            name(html, channel);
            html.end(Element.A);
        } else {
            html.text("Feeds of ");
            name(html, channel);
            feedLinks(html, channel);
        }
        html.endLine(Element.P).endLine(Element.FOOTER);
        html.endLine(Element.BODY).endLine(Element.HTML);
    }

    private void name(Html html, Channel channel) {
        html.start(Element.SPAN);
        channel.language().markText(html);
        html.text(channel.name(settings)).end(Element.SPAN);
    }

    private void feedLinks(Html html, Channel channel) {
        String before = ": ";
        for (Feed feed : Feed.values()) {
            html.text(before).start(Element.A).with(HREF, urls.to(feed.key(channel.folder())));
            html.with(TYPE, feed.mediaType()).text(feed.label()).end(Element.A);
            before = ", ";
        }
        html.text(". ").start(Element.A);
        html.with(HREF, urls.to(ObjectKeys.subscribe(ObjectKeys.FRONT)));
        html.text("What is a feed?").end(Element.A);
    }

    /** Names the feeds of a channel in the head. */
    void feeds(Html html, Channel channel) {
        for (Feed feed : Feed.values()) {
            html.start(Element.LINK)
                    .with(REL, "alternate")
                    .with(TYPE, feed.mediaType())
                    .with(TITLE, channel.name(settings) + " (" + feed.label() + ")")
                    .with(HREF, urls.to(feed.key(channel.folder())))
                    .line();
        }
    }

    /** Keeps a page away from search engines where its publication asks for it, or only might. */
    static void keepBack(Html html, Channel channel) {
        if (channel instanceof Channel.OfPublication of && of.isKeptBack()) {
            meta(html, "robots", "noindex");
        }
    }

    /** Writes a named piece of metadata. */
    static void meta(Html html, String name, String content) {
        html.start(Element.META).with(NAME, name).with(CONTENT, content).line();
    }

    private void themeColours(Html html) {
        Optional<Palette.Schemes> schemes = Assets.schemes(publication);
        themeColour(html, "light", schemes.map(s -> s.light().paper().toString()).orElse(PAPER));
        themeColour(html, "dark", schemes.map(s -> s.dark().paper().toString()).orElse(DARK_PAPER));
    }

    private static void themeColour(Html html, String scheme, String colour) {
        html.start(Element.META)
                .with(NAME, "theme-color")
                .with(MEDIA, "(prefers-color-scheme: " + scheme + ")")
                .with(CONTENT, colour)
                .line();
    }

    private void stylesheet(Html html, Asset asset) {
        html.start(Element.LINK).with(REL, "stylesheet").with(HREF, urls.to(asset.key())).line();
    }

    private void icon(Html html) {
        Optional<String> own =
                publication.flatMap(
                        p ->
                                p.icon()
                                        .filter(ImageWriter::isShown)
                                        .map(icon -> ObjectKeys.blob(p.uri().did(), icon.cid())));
        html.start(Element.LINK)
                .with(REL, "icon")
                .with(HREF, urls.to(own.orElse(Assets.icon().key())))
                .line();
    }
}
