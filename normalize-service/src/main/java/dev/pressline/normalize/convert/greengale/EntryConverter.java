package dev.pressline.normalize.convert.greengale;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.normalize.blocks.DescribedPictures;
import dev.pressline.normalize.convert.markdown.MarkdownBody;
import dev.pressline.normalize.convert.source.BodyConverter;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Converts entries of GreenGale and WhiteWind: Markdown under {@code content}, GreenGale's with
 * TeX. What is a draft or not for everybody gives nothing but the break before a part for members;
 * an unknown visibility never widens access. Stateless.
 */
public final class EntryConverter implements BodyConverter {

    private static final String WITH_TEX = "app.greengale.";

    @Override
    public List<Block> convert(JsonNode content, ConversionContext context) {
        if (!EntryVisibility.isShown(content)) {
            return List.of(new Block.MembersOnlyBreak());
        }
        String type = Fields.type(content);
        Optional<String> whole = context.text(content.path("contentBlob"));
        List<Block> blocks = new ArrayList<>();
        whole.or(() -> Fields.text(content, "content"))
                .ifPresent(markdown -> blocks.addAll(blocks(type, markdown, context)));
        boolean cut = content.path("contentBlob").isObject() && whole.isEmpty();
        if (blocks.isEmpty() || cut) {
            blocks.add(new Block.Unknown(type));
        }
        return new DescribedPictures(EntryBlobs.pictures(content, context)).in(blocks);
    }

    private static List<Block> blocks(String type, String markdown, ConversionContext context) {
        return type.startsWith(WITH_TEX)
                ? MarkdownBody.blocksWithTex(markdown, context)
                : MarkdownBody.blocks(markdown, context);
    }
}
