package dev.pressline.render.page;

import static dev.pressline.render.html.Attribute.CLASS;
import static dev.pressline.render.html.Attribute.DIR;
import static dev.pressline.render.html.Attribute.HREF;

import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;

/** Writes to which channel a page belongs, above its heading. Stateless and thread-safe. */
final class ChannelLink {

    private ChannelLink() {}

    static void write(Html html, Channel channel, Frame frame) {
        html.start(Element.P).with(CLASS, "kicker").start(Element.A).with(DIR, "auto");
        html.with(HREF, frame.urls().to(channel.folder()));
        html.text(channel.name(frame.settings())).end(Element.A).endLine(Element.P);
    }
}
