package dev.pressline.render.page;

import dev.pressline.contract.document.Publication;
import dev.pressline.contract.output.ObjectKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that pages refer to. Stateless and thread-safe. */
public final class Assets {

    private static final String CSS = "text/css; charset=utf-8";

    private static final Asset STYLE =
            Asset.of("pressline", "css", CSS, compact(resource("style.css")));
    private static final Asset ICON =
            Asset.of("icon", "svg", "image/svg+xml", resource("icon.svg"));

    private static final Asset FAVICON =
            new Asset(ObjectKeys.FAVICON, "image/x-icon", resource("favicon.ico"));

    private Assets() {}

    /** The stylesheet of every page. */
    public static Asset style() {
        return STYLE;
    }

    /** The icon of the site. */
    public static Asset icon() {
        return ICON;
    }

    /** The icon of the site for who looks for it by name, in three sizes. */
    static Asset favicon() {
        return FAVICON;
    }

    /**
     * Every asset that a page inside a publication (or outside of any) refers to: to be in the
     * store before the page is. The same for the same publication, so a caller may remember the
     * keys it has put.
     */
    public static List<Asset> of(Optional<Publication> publication) {
        return Stream.concat(Stream.of(STYLE, ICON), theme(publication).stream()).toList();
    }

    /** The stylesheet with the colours of a publication, absent where it has none. */
    static Optional<Asset> theme(Optional<Publication> publication) {
        return schemes(publication)
                .map(
                        schemes ->
                                "@media screen{:root{"
                                        + schemes.light().css()
                                        + "}}\n@media screen and (prefers-color-scheme:dark){:root{"
                                        + schemes.dark().css()
                                        + "}}\n")
                .map(css -> Asset.of("theme", "css", CSS, css.getBytes(StandardCharsets.UTF_8)));
    }

    /** The colours of a publication for both schemes, absent where it has none. */
    static Optional<Palette.Schemes> schemes(Optional<Publication> publication) {
        return publication.flatMap(Publication::theme).flatMap(Palette::of);
    }

    /** A stylesheet without its comments, and without white space that only people read. */
    private static byte[] compact(byte[] css) {
        return new String(css, StandardCharsets.UTF_8)
                .replaceAll("/\\*[^*]*\\*/", "")
                .replaceAll("\\s*([{};,])\\s*", "$1")
                .replaceAll(":\\s+", ":")
                .replaceAll("(?<![\\d.])0\\.(?=\\d)", ".")
                .replace(";}", "}")
                .strip()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/pressline/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks pressline/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
