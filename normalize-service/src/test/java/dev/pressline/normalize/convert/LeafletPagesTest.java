package dev.pressline.normalize.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.convert.source.ConversionContext;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeafletPagesTest {

    private static final ConversionContext CONTEXT =
            new ConversionContext(
                    AtUri.parse("at://did:web:alice.example/site.standard.document/one"),
                    Optional.empty());

    @Test
    void page_thatTheDocumentLacks_isAPlaceholderWhereItIsLinked() throws IOException {
        // Given
        JsonNode content =
                ContractJson.mapper()
                        .readTree(
                                """
                                {"$type":"pub.leaflet.content","pages":[
                                 {"id":"a","blocks":[
                                  {"block":{"$type":"pub.leaflet.blocks.page","id":"gone"}},
                                  {"block":{"$type":"pub.leaflet.blocks.page","id":"b"}},
                                  {"block":{"$type":"pub.leaflet.blocks.page"}}]},
                                 {"id":"b","blocks":[
                                  {"block":{"$type":"pub.leaflet.blocks.text","plaintext":"B"}}]}]}
                                """);

        // Then
        assertThat(ContentConverter.convert(Optional.of(content), "", CONTEXT).blocks())
                .containsExactly(
                        new Block.Unknown("pub.leaflet.blocks.page"),
                        new Block.Unknown("pub.leaflet.blocks.page"),
                        new Block.PageBreak(),
                        new Block.Paragraph(List.of(new Inline.Text("B"))));
    }
}
