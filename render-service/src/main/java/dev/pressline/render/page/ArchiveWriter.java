package dev.pressline.render.page;

import static dev.pressline.render.html.Attribute.CLASS;
import static dev.pressline.render.html.Attribute.HREF;
import static dev.pressline.render.html.Attribute.REL;

import dev.pressline.contract.document.Publication;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.html.TextLanguage;
import java.util.Optional;

/** Writes the list of the months of a channel. Not thread-safe. */
final class ArchiveWriter {

    private final ArchivePage page;
    private final Channel channel;
    private final SiteUrls urls;
    private final Frame frame;
    private final Html html = Html.document();

    ArchiveWriter(SiteSettings settings, ArchivePage page) {
        this.page = page;
        this.channel = page.channel();
        this.urls = SiteUrls.relativeTo(ObjectKeys.archive(channel.folder()));
        Optional<Publication> publication =
                channel instanceof Channel.OfPublication(Publication of)
                        ? Optional.of(of)
                        : Optional.empty();
        this.frame = new Frame(settings, urls, TextLanguage.ENGLISH, publication);
    }

    byte[] bytes() {
        String name = channel.name(frame.settings());
        frame.startHead(html, name + ", archive");
        Frame.meta(html, "description", "Everything from " + name + ", month by month.");
        SiteUrls absolute = SiteUrls.below(frame.settings().publicUrl() + '/');
        html.start(Element.LINK).with(REL, "canonical");
        html.with(HREF, absolute.to(ObjectKeys.archive(channel.folder()))).line();
        frame.feeds(html, channel);
        frame.startMain(html);
        html.start(Element.DIV).with(CLASS, "listing archive").line();
        html.start(Element.HEADER).line();
        ChannelLink.write(html, channel, frame);
        html.element(Element.H1, "Archive").line();
        html.endLine(Element.HEADER);
        months();
        html.endLine(Element.DIV);
        frame.end(html, channel);
        return html.bytes();
    }

    private void months() {
        html.start(Element.UL).with(CLASS, "months").line();
        page.months().forEach(this::month);
        html.endLine(Element.UL);
        if (page.isCut()) {
            html.element(Element.P, "Months before these are reached from page to page.").line();
        }
    }

    private void month(ArchiveMonth month) {
        String folder =
                month.isArchived() ? month.chapter().folder(channel.folder()) : channel.folder();
        html.start(Element.LI).start(Element.A).with(HREF, urls.to(folder));
        html.text(month.chapter().inWords()).end(Element.A).text(" ");
        html.element(Element.SMALL, documents(month.documents())).endLine(Element.LI);
    }

    private static String documents(long count) {
        return count == 1 ? "1 document" : count + " documents";
    }
}
