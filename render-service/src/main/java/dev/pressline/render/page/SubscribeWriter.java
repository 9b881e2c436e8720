package dev.pressline.render.page;

import static dev.pressline.render.html.Attribute.CLASS;
import static dev.pressline.render.html.Attribute.HREF;
import static dev.pressline.render.html.Attribute.REL;
import static dev.pressline.render.html.Attribute.TITLE;
import static dev.pressline.render.html.Attribute.TYPE;

import dev.pressline.contract.document.Publication;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.html.TextLanguage;
import java.util.List;
import java.util.Optional;

/** Writes the page that explains the feeds of a channel to people. Not thread-safe. */
final class SubscribeWriter {

    /** The formats, the one to choose in doubt first. */
    private static final List<Feed> FORMATS = List.of(Feed.ATOM, Feed.RSS, Feed.JSON);

    private static final String OPML = "text/x-opml";

    private final Channel channel;
    private final SiteUrls urls;
    private final SiteUrls absolute;
    private final Frame frame;
    private final Html html = Html.document();

    SubscribeWriter(SiteSettings settings, Channel channel) {
        this.channel = channel;
        this.urls = SiteUrls.relativeTo(ObjectKeys.subscribe(channel.folder()));
        this.absolute = SiteUrls.below(settings.publicUrl() + '/');
        Optional<Publication> publication =
                channel instanceof Channel.OfPublication(Publication worn)
                        ? Optional.of(worn)
                        : Optional.empty();
        this.frame = new Frame(settings, urls, TextLanguage.ENGLISH, publication);
    }

    byte[] bytes() {
        frame.startHead(html, "Subscribe to " + name());
        Frame.keepBack(html, channel);
        Frame.meta(
                html,
                "description",
                "How to follow " + name() + " in a feed reader, and the addresses of its feeds.");
        frame.feeds(html, channel);
        if (channel instanceof Channel.Front) {
            html.start(Element.LINK).with(REL, "alternate").with(TYPE, OPML);
            html.with(TITLE, "Publications").with(HREF, urls.to(ObjectKeys.OPML)).line();
        }
        frame.startMain(html);
        html.start(Element.DIV).with(CLASS, "subscribe").line();
        header();
        explanation();
        html.element(Element.H2, "The addresses").line();
        html.element(
                        Element.P,
                        "All three hold the same texts, whole and with their pictures. Readers of"
                                + " today understand each of them.")
                .line();
        FORMATS.forEach(this::feed);
        if (channel instanceof Channel.Front) {
            publications();
        }
        html.endLine(Element.DIV);
        frame.end(html, channel);
        return html.bytes();
    }

    private String name() {
        return channel.name(frame.settings());
    }

    private void header() {
        html.start(Element.HEADER).line();
        html.start(Element.P).with(CLASS, "kicker").start(Element.A);
        html.with(HREF, urls.to(channel.folder()));
        channel.language().markText(html);
        html.text(name()).end(Element.A).endLine(Element.P);
        html.element(Element.H1, "Subscribe").line();
        html.start(Element.P).with(CLASS, "lede");
        html.text("What is new comes to you: without an account, and without anybody watching.");
        html.endLine(Element.P).endLine(Element.HEADER);
    }

    private void explanation() {
        html.element(Element.H2, "What is a feed?").line();
        html.element(
                        Element.P,
                        "A feed is the list of the newest texts, written for programs. A feed reader"
                                + " is an app or a website that looks at the feeds you have chosen"
                                + " and keeps what is new for you, in order, until you have time."
                                + " Nobody sees who subscribes, and you can leave at any moment.")
                .line();
        html.element(Element.H2, "How to subscribe").line();
        html.start(Element.OL).line();
        step(
                "Take a feed reader. There are many, free ones among them: NetNewsWire, Feeder,"
                        + " FreshRSS, Miniflux, Thunderbird.");
        step("Copy one of the addresses below.");
        step("Add it in your reader, where that says “Add feed” or “Subscribe”.");
        html.endLine(Element.OL);
    }

    private void step(String text) {
        html.element(Element.LI, text).line();
    }

    private void feed(Feed format) {
        String key = format.key(channel.folder());
        html.start(Element.DIV).with(CLASS, "card").line();
        html.start(Element.H3).text(format.label()).endLine(Element.H3);
        html.element(Element.P, words(format)).line();
        html.start(Element.P).start(Element.CODE).with(CLASS, "address");
        html.text(absolute.to(key)).end(Element.CODE).endLine(Element.P);
        html.start(Element.P).start(Element.A).with(HREF, urls.to(key));
        html.with(TYPE, format.mediaType()).text("Open the " + format.label() + " feed");
        html.end(Element.A).endLine(Element.P).endLine(Element.DIV);
    }

    /** The way to the publications one by one. */
    private void publications() {
        html.element(Element.H2, "Each publication by itself").line();
        html.element(
                        Element.P,
                        "These feeds hold whatever is new, from everybody. To choose, take the list"
                                + " of publications: your reader adds the feed of each one where it"
                                + " says “Import OPML”, and you drop those you do not want.")
                .line();
        html.start(Element.P).start(Element.A).with(HREF, urls.to(ObjectKeys.OPML));
        html.with(REL, "alternate").with(TYPE, OPML).text("Take the list of publications");
        html.end(Element.A).endLine(Element.P);
    }

    private static String words(Feed format) {
        return switch (format) {
            case ATOM -> "The one to take if you have no preference.";
            case RSS -> "The oldest format, which every reader knows.";
            case JSON -> "The same in JSON, for readers and scripts that prefer it.";
        };
    }
}
