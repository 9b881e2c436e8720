package dev.pressline.render.html;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import java.util.Optional;

/** Writes what stands for something elsewhere: cards, buttons, placeholders. Not thread-safe. */
final class CardWriter {

    private final Canvas canvas;

    CardWriter(Canvas canvas) {
        this.canvas = canvas;
    }

    void embed(Block.Embed embed) {
        Optional<OutsideUrl> url = OutsideUrl.of(embed.url());
        if (url.isEmpty()) {
            placeholder("Something of another site stands here.");
            return;
        }
        String title = embed.title().filter(t -> !t.isBlank()).orElse(url.get().toString());
        card(url.get(), title, embed.description().filter(d -> !d.isBlank()));
    }

    void post(Block.PostReference post) {
        Optional<OutsideUrl> url = post.url().flatMap(OutsideUrl::of).or(() -> postUrl(post.uri()));
        if (url.isEmpty()) {
            canvas.startNote("absent")
                    .text("A record of the network stands here: ")
                    .element(Element.CODE, post.uri())
                    .endLine(Element.P);
            return;
        }
        card(url.get(), "Read the post", Optional.empty());
    }

    void button(Block.Button button) {
        Optional<OutsideUrl> url = OutsideUrl.of(button.href());
        canvas.html().start(Element.P);
        if (url.isPresent()) {
            canvas.startLink(url.get());
            if (canvas.isPage()) {
                canvas.html().with(Attribute.CLASS, "button");
            }
            canvas.html().text(button.text().isBlank() ? url.get().host() : button.text());
            canvas.html().end(Element.A);
        } else {
            canvas.html().text(button.text());
        }
        canvas.html().endLine(Element.P);
    }

    void unknown(Block.Unknown unknown) {
        canvas.startNote("absent")
                .text("A part that cannot be shown here stands in the original: ")
                .element(Element.CODE, unknown.format())
                .text(".");
        canvas.originalLink(" See it at ", ".");
        canvas.html().endLine(Element.P);
    }

    void membersOnly() {
        canvas.startNote("members").text("The rest of this document is for members.");
        canvas.originalLink(" Read on at ", ".");
        canvas.html().endLine(Element.P);
    }

    void placeholder(String text) {
        canvas.startNote("absent").text(text);
        canvas.originalLink(" See it at ", ".");
        canvas.html().endLine(Element.P);
    }

    /** Where a post can be read whose AT-URI a stranger wrote; empty if it is none. */
    private static Optional<OutsideUrl> postUrl(String uri) {
        try {
            return OutsideUrl.post(AtUri.parse(uri));
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }

    private void card(OutsideUrl url, String title, Optional<String> description) {
        if (canvas.isPage()) {
            canvas.html().start(Element.DIV).with(Attribute.CLASS, "card").line();
        }
        canvas.html().start(Element.P);
        canvas.link(url, title);
        if (!canvas.isPage()) {
            canvas.html().text(" (" + url.host() + ")");
        }
        canvas.html().endLine(Element.P);
        description.ifPresent(text -> canvas.html().element(Element.P, text).line());
        if (canvas.isPage()) {
            canvas.start(Element.P, "host").text(url.host()).endLine(Element.P);
            canvas.html().endLine(Element.DIV);
        }
    }
}
