package dev.pressline.normalize.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Picture;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.core.Records;
import dev.pressline.normalize.repair.RepairSwitches;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an entry says of its blobs beside the text that shows them. */
class EntryBlobsTest {

    private static final String CID = "bafkreiauqoon5n75q3bjpyhe6blq2swet4zdek6ibpkyy4qc3no7slx5da";
    private static final String URL =
            "https://pds.example/xrpc/com.atproto.sync.getBlob?did=" + Records.SEED.did() + "&cid=";

    private static Document document(String alt, String labels) throws IOException {
        ObjectNode record =
                (ObjectNode)
                        ContractJson.mapper()
                                .readTree(
                                        """
                                        {"$type":"site.standard.document","title":"T",
                                         "site":"https://a.example","labels":{"values":[{"val":"gore"}]},
                                         "content":{"$type":"app.greengale.document",
                                          "content":"> ![%s](%s)",
                                          "blobs":[{"alt":"A cat","name":"og.png","labels":%s,
                                           "blobref":{"$type":"blob","ref":{"$link":"%s"},
                                            "mimeType":"image/avif","size":34995}}, 7]}}
                                        """
                                                .formatted(alt, URL + CID, labels, CID));
        return Records.document(record, RepairSwitches.ALL);
    }

    private static Picture picture(Document document) {
        Block.Quote quote = (Block.Quote) document.body().blocks().getFirst();
        return ((Block.Image) quote.children().getFirst()).picture();
    }

    @ParameterizedTest
    @CsvSource({"'', A cat", "My own words, My own words"})
    void picture_ofAnEntry_hasTheTypeSizeAndAltThatTheEntrySays(String alt, String expected)
            throws IOException {
        // When
        Picture picture = picture(document(alt, "null"));

        // Then
        assertThat(picture.alt()).isEqualTo(expected);
        assertThat(picture.blob().flatMap(Blob::alt)).contains(expected);
        assertThat(picture.blob()).map(Blob::mimeType).contains("image/avif");
        assertThat(picture.blob()).map(Blob::size).contains(34_995L);
    }

    @Test
    void label_ofABlob_isOneOfTheDocument() throws IOException {
        assertThat(document("", "{\"values\":[{\"val\":\"nudity\"}]}").labels())
                .containsExactly("gore", "nudity");
    }
}
