package dev.pressline.render.html;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Picture;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.output.ObjectKeys;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes images: stored blobs as images, everything else as an honest note with a link. Immutable.
 *
 * @param did the account whose blobs they are
 * @param urls how the page writes URLs of the site
 */
public record ImageWriter(Did did, SiteUrls urls) {

    /** How wide an image is shown on a page, for the browser to choose among its copies. */
    public enum Slot {
        /** As wide as the text column and a little more. */
        COLUMN("min(46rem, 100vw - 2.5rem, %dpx)"),
        /** Beside an entry of a listing. */
        THUMBNAIL("min(9rem, 26vw, %dpx)"),
        /** In the head of a publication. */
        BADGE("min(3.6rem, %dpx)"),
        /** Where nobody chooses: in feeds. */
        ANYWHERE("");

        private final String sizes;

        Slot(String sizes) {
            this.sizes = sizes;
        }
    }

    /** The types that browsers show and that cannot carry script. */
    private static final Set<String> SHOWN =
            Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "image/avif");

    /** Whether a blob can be shown as an image of this site. */
    public static boolean isShown(Blob blob) {
        return blob.state() == BlobState.STORED && SHOWN.contains(blob.mimeType());
    }

    /**
     * Writes the image element of a blob that {@link #isShown}. An eager one is loaded at once; the
     * others wait until they come near. More attributes may follow.
     */
    public Html image(Html html, Blob blob, String alt, Slot slot, boolean eager) {
        html.start(Element.IMG).with(Attribute.SRC, urls.to(ObjectKeys.blob(did, blob.cid())));
        if (slot != Slot.ANYWHERE && !blob.variants().isEmpty() && blob.width().isPresent()) {
            int width = blob.width().get();
            html.with(Attribute.SRCSET, copies(blob, width));
            html.with(Attribute.SIZES, String.format(Locale.ROOT, slot.sizes, width));
        }
        html.with(Attribute.ALT, alt);
        if (blob.width().isPresent() && blob.height().isPresent()) {
            html.with(Attribute.WIDTH, blob.width().get())
                    .with(Attribute.HEIGHT, blob.height().get());
        }
        if (!eager) {
            html.with(Attribute.LOADING, "lazy").with(Attribute.DECODING, "async");
        }
        return html;
    }

    /** The copies of a picture and itself, each with its width. */
    private String copies(Blob blob, int width) {
        String narrower =
                blob.variants().stream()
                        .map(
                                v ->
                                        urls.to(ObjectKeys.variant(did, blob.cid(), v.width()))
                                                + ' '
                                                + v.width()
                                                + "w, ")
                        .collect(Collectors.joining());
        return narrower + urls.to(ObjectKeys.blob(did, blob.cid())) + ' ' + width + 'w';
    }

    /** Writes a picture of a body. */
    static void picture(Canvas canvas, Picture picture) {
        Optional<Blob> shown = picture.blob().filter(ImageWriter::isShown);
        if (shown.isPresent()) {
            boolean eager = canvas.isFirstImage() || !canvas.isPage();
            Slot slot = canvas.isPage() ? Slot.COLUMN : Slot.ANYWHERE;
            canvas.images().image(canvas.html(), shown.get(), alt(picture), slot, eager);
        } else {
            absent(canvas, picture);
        }
    }

    private static String alt(Picture picture) {
        return picture.alt().isBlank()
                ? picture.blob().flatMap(Blob::alt).orElse("")
                : picture.alt();
    }

    private static void absent(Canvas canvas, Picture picture) {
        canvas.startNote("absent");
        String alt = alt(picture);
        canvas.html()
                .text(
                        alt.isBlank()
                                ? reason(picture)
                                : reason(picture) + " It shows “" + alt + "”.");
        picture.blob()
                .filter(blob -> blob.state() == BlobState.STORED)
                .ifPresent(blob -> canvas.images().download(canvas.html(), blob));
        Optional<OutsideUrl> elsewhere = picture.url().flatMap(OutsideUrl::of);
        if (elsewhere.isPresent()) {
            canvas.html().text(" ");
            canvas.link(elsewhere.get(), "See it at " + elsewhere.get().host());
            canvas.html().text(".");
        } else {
            canvas.originalLink(" See it at ", ".");
        }
        canvas.html().endLine(Element.P);
    }

    /** Writes a link by which a stored blob that is not shown can be saved. */
    private void download(Html html, Blob blob) {
        html.text(" ")
                .start(Element.A)
                .with(Attribute.HREF, urls.to(ObjectKeys.blob(did, blob.cid())))
                .with(Attribute.DOWNLOAD, "")
                .text("Save it as a file")
                .end(Element.A)
                .text(".");
    }

    private static String reason(Picture picture) {
        if (picture.blob().isEmpty()) {
            return "An image of another site stands here.";
        }
        return switch (picture.blob().get().state()) {
            case STORED -> "An image stands here in a format that is not shown.";
            case PENDING -> "An image belongs here that is still being fetched.";
            case MISSING -> "An image belongs here that its repository no longer has.";
            case REFUSED ->
                    "An image belongs here that is not what its record says, or not safe to show.";
        };
    }
}
