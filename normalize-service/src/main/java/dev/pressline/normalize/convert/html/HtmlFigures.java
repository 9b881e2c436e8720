package dev.pressline.normalize.convert.html;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.Picture;
import dev.pressline.normalize.convert.inline.Style;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Figures of HTML: an image or several with a caption, or anything else with one. */
record HtmlFigures(HtmlSource source, HtmlReader reader) {

    /** The blocks of a figure, its caption last. */
    List<Block> figure(Element figure, List<Style> styles) {
        Element caption = figure.selectFirst("> figcaption");
        List<Inline> words =
                caption == null ? List.of() : Words.of(reader.readApart(caption, styles));
        if (caption != null) {
            caption.remove();
        }
        List<Block> inner = reader.readApart(figure, styles);
        boolean pictures =
                !inner.isEmpty() && inner.stream().allMatch(Block.Image.class::isInstance);
        return pictures ? pictures(inner, words) : captioned(inner, words);
    }

    private static List<Block> pictures(List<Block> images, List<Inline> words) {
        List<Block.Image> all = images.stream().map(Block.Image.class::cast).toList();
        if (all.size() == 1) {
            Block.Image image = all.getFirst();
            return List.of(words.isEmpty() ? image : new Block.Image(image.picture(), words));
        }
        boolean captioned = all.stream().anyMatch(image -> !image.caption().isEmpty());
        List<Picture> pictures = all.stream().map(Block.Image::picture).toList();
        return captioned(captioned ? images : List.of(new Block.Gallery(pictures)), words);
    }

    private static List<Block> captioned(List<Block> inner, List<Inline> words) {
        List<Block> blocks = new ArrayList<>(inner);
        if (!words.isEmpty()) {
            blocks.add(new Block.Paragraph(words));
        }
        return blocks;
    }
}
