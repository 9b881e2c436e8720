package dev.pressline.normalize.convert.html;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.Picture;
import dev.pressline.normalize.convert.inline.Style;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Pictures;
import dev.pressline.normalize.convert.source.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Images of HTML. Stateless. */
final class HtmlImages {

    private static final List<String> SOURCES =
            List.of("src", "data-src", "data-lazy-src", "data-orig-file");
    private static final List<String> ENDINGS =
            List.of(".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg");

    private HtmlImages() {}

    /** The emoji that an image stands for, if it is a picture of one. */
    static Optional<String> emoji(Element image) {
        boolean emoji = image.hasClass("emoji") || image.hasClass("wp-smiley");
        return emoji && image.hasAttr("alt") ? Optional.of(alt(image)) : Optional.empty();
    }

    /**
     * The block of an image, with a link as its caption where it stands in one; a placeholder where
     * its source is no URL; nothing for a counting pixel.
     */
    static List<Block> image(Element image, List<Style> styles, ConversionContext context) {
        if (isPixel(image)) {
            return List.of();
        }
        return picture(image, context)
                .map(picture -> List.<Block>of(new Block.Image(picture, caption(picture, styles))))
                .orElseGet(() -> List.of(new Block.Unknown("image")));
    }

    /** The picture of the first usable source, lazily loaded ones included. */
    static Optional<Picture> picture(Element image, ConversionContext context) {
        for (String source : SOURCES) {
            Optional<Picture> picture = Pictures.ofUrl(image.attr(source), alt(image), context);
            if (picture.isPresent()) {
                return picture;
            }
        }
        return Optional.empty();
    }

    private static String alt(Element image) {
        return SafeText.of(image.attr("alt"));
    }

    private static boolean isPixel(Element image) {
        return isTiny(image.attr("width")) && isTiny(image.attr("height"));
    }

    private static boolean isTiny(String pixels) {
        return pixels.equals("0") || pixels.equals("1") || pixels.equals("1px");
    }

    private static List<Inline> caption(Picture picture, List<Style> styles) {
        for (Style style : styles) {
            if (style instanceof Style.Link link && !isImageFile(link.href())) {
                String words = picture.alt().isEmpty() ? link.href() : picture.alt();
                return List.of(link.around(List.of(new Inline.Text(words))));
            }
        }
        return List.of();
    }

    private static boolean isImageFile(String href) {
        String lower = href.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }
}
