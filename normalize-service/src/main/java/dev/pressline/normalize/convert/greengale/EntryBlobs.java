package dev.pressline.normalize.convert.greengale;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Picture;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.source.Pictures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an entry of GreenGale or WhiteWind says of its blobs beside the text that shows them.
 * Stateless.
 */
public final class EntryBlobs {

    private EntryBlobs() {}

    /** The pictures as the entry describes them, by blob. */
    static Map<Cid, Picture> pictures(JsonNode entry, ConversionContext context) {
        Map<Cid, Picture> pictures = new LinkedHashMap<>();
        for (JsonNode said : Fields.list(entry, "blobs")) {
            String alt = Fields.text(said, "alt").orElse("");
            Pictures.of(said.path("blobref"), alt, context)
                    .ifPresent(
                            picture ->
                                    picture.blob().ifPresent(b -> pictures.put(b.cid(), picture)));
        }
        return pictures;
    }

    /** The labels of the entry and of each of its blobs, in whichever shape they come. */
    public static List<JsonNode> labels(JsonNode entry) {
        List<JsonNode> labels = new ArrayList<>(List.of(entry.path("labels")));
        for (JsonNode said : Fields.list(entry, "blobs")) {
            labels.add(said.path("labels"));
        }
        return labels;
    }
}
