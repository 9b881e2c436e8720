package dev.pressline.render.html;

import dev.pressline.render.html.math.MathWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the writers of one body share: the HTML, its surroundings, and what has been met so far. Not
 * thread-safe.
 */
final class Canvas {

    private final Html html;
    private final BodyContext context;
    private final Outline outline = new Outline();
    private final List<Section> sections = new ArrayList<>();
    private int images;
    private boolean ended;

    Canvas(Html html, BodyContext context) {
        this.html = html;
        this.context = context;
    }

    Html html() {
        return html;
    }

    BodyContext context() {
        return context;
    }

    ImageWriter images() {
        return new ImageWriter(context.did(), context.urls());
    }

    Outline outline() {
        return outline;
    }

    /** The headings written so far that can be linked to. */
    List<Section> sections() {
        return sections;
    }

    boolean isPage() {
        return context.medium() == Medium.PAGE;
    }

    /** Starts an element, with a class if a stylesheet is there to use it. */
    Html start(Element element, String styleClass) {
        html.start(element);
        return isPage() ? html.with(Attribute.CLASS, styleClass) : html;
    }

    /** Writes a formula as MathML; where that is not to be had, and in feeds, as its TeX. */
    void formula(String tex, boolean block) {
        if (!isPage() || !MathWriter.write(html, tex, block)) {
            start(Element.CODE, "math").text(tex).end(Element.CODE);
        }
    }

    /** Starts a note of ours, which is in English, inside the text. */
    Html startNote(String styleClass) {
        start(Element.P, styleClass);
        context.language().markEnglish(html);
        return html;
    }

    /** Writes a link out of the site; its content and end are the caller's. */
    Html startLink(OutsideUrl url) {
        html.start(Element.A).with(Attribute.HREF, url.toString());
        return isPage() ? html.with(Attribute.REL, "nofollow noopener") : html;
    }

    /** Writes a link of plain text out of the site. */
    void link(OutsideUrl url, String text) {
        startLink(url).text(text).end(Element.A);
    }

    /** Writes a sentence that sends the reader to the publisher's page, if there is one. */
    void originalLink(String before, String after) {
        Optional<OutsideUrl> original = context.original();
        if (original.isPresent()) {
            html.text(before);
            link(original.get(), original.get().host());
            html.text(after);
        }
    }

    /** Counts an image; true for the first. */
    boolean isFirstImage() {
        images++;
        return images == 1;
    }

    /** Ends the public part: nothing of the body may follow. */
    void endPublicPart() {
        ended = true;
    }

    /** Begins a part that is public whatever came before it: a footnote of the public part. */
    void beginPublicPart() {
        ended = false;
    }

    boolean hasEnded() {
        return ended;
    }
}
