package dev.pressline.normalize.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every type of block and facet that a lexicon defines, each with an example of ours below {@code
 * formats/lexicons}, and the blocks it must give. A lexicon that grows fails here until it has one.
 */
class LexiconBlocksTest {

    private static final Path LEXICONS = Path.of("src", "main", "resources", "lexicons");
    private static final Path EXAMPLES = Path.of("src", "test", "resources", "formats", "lexicons");
    private static final ConversionContext CONTEXT =
            new ConversionContext(
                    AtUri.parse("at://did:web:alice.example/site.standard.document/one"),
                    Optional.of("https://alice.example/one"));

    /** Who publishes lexicons of blocks, and how their blocks become a content. */
    enum Publisher {
        LEAFLET("pub.leaflet", "pub.leaflet.content", "pub.leaflet.blocks.text"),
        PCKT("blog.pckt", "blog.pckt.content", "blog.pckt.block.text"),
        OFFPRINT("app.offprint", "app.offprint.content", "app.offprint.block.text");

        private final String authority;
        private final String content;
        private final String text;

        Publisher(String authority, String content, String text) {
            this.authority = authority;
            this.content = content;
            this.text = text;
        }

        private ObjectNode content(JsonNode block) {
            ObjectNode made = ContractJson.mapper().createObjectNode().put("$type", content);
            if (block.has("pages")) {
                return made.setAll((ObjectNode) block);
            }
            if (this == LEAFLET) {
                ObjectNode page = made.putArray("pages").addObject();
                page.putArray("blocks").addObject().set("block", block);
            } else {
                made.putArray("items").add(block);
            }
            return made;
        }

        /** A text whose first word has one feature. */
        private ObjectNode faceted(JsonNode feature) {
            ObjectNode block = ContractJson.mapper().createObjectNode().put("$type", text);
            ObjectNode facet = block.put("plaintext", "word more").putArray("facets").addObject();
            facet.putObject("index").put("byteStart", 0).put("byteEnd", 4);
            facet.putArray("features").add(feature);
            return block;
        }

        private List<Block> blocks(JsonNode block) {
            return ContentConverter.convert(Optional.of(content(block)), "", CONTEXT).blocks();
        }

        private JsonNode examples() throws IOException {
            return ContractJson.mapper()
                    .readTree(Files.readAllBytes(EXAMPLES.resolve(authority + ".given.json")));
        }
    }

    /** The blocks and pages, and the features of facets, that an authority's lexicons define. */
    private static List<String> types(String authority) throws IOException {
        List<String> types = new ArrayList<>();
        try (Stream<Path> files = Files.list(LEXICONS)) {
            for (Path file : files.sorted().toList()) {
                String id = file.getFileName().toString().replace(".json", "");
                if (id.startsWith(authority + ".richtext.facet")) {
                    JsonNode lexicon = ContractJson.mapper().readTree(Files.readAllBytes(file));
                    lexicon.path("defs")
                            .fieldNames()
                            .forEachRemaining(name -> types.add(id + "#" + name));
                } else if (id.matches(".*\\.(block|blocks|pages)\\.[A-Za-z]+")
                        && id.startsWith(authority)) {
                    types.add(id);
                }
            }
        }
        types.removeIf(type -> type.endsWith("#main") || type.endsWith("#byteSlice"));
        return types;
    }

    @ParameterizedTest
    @EnumSource
    void lexicon_ofAPublisher_hasAnExampleForEachOfItsTypes(Publisher publisher)
            throws IOException {
        // Given
        List<String> examples = new ArrayList<>();
        publisher.examples().fieldNames().forEachRemaining(examples::add);

        // Then
        assertThat(types(publisher.authority)).isNotEmpty();
        assertThat(examples).containsAll(types(publisher.authority));
    }

    @ParameterizedTest
    @EnumSource
    void example_ofEachType_givesTheReviewedBlocks(Publisher publisher) throws IOException {
        // When
        Map<String, List<Block>> given = new TreeMap<>();
        for (Map.Entry<String, JsonNode> example : publisher.examples().properties()) {
            JsonNode block =
                    example.getKey().contains("#")
                            ? publisher.faceted(example.getValue())
                            : example.getValue();
            given.put(example.getKey(), publisher.blocks(block));
        }

        // Then
        Golden.assertMatches("formats/lexicons/" + publisher.authority + ".gives.json", given);
    }

    @ParameterizedTest
    @EnumSource
    void block_nobodyKnows_isAPlaceholderNamedAfterIt(Publisher publisher) {
        // Given
        String type = publisher.authority + ".block.hologram";
        ObjectNode block = ContractJson.mapper().createObjectNode().put("$type", type);

        // Then
        assertThat(publisher.blocks(block)).containsExactly(new Block.Unknown(type));
    }

    @ParameterizedTest
    @EnumSource
    void facet_nobodyKnows_leavesItsTextUnstyled(Publisher publisher) {
        // Given
        ObjectNode feature =
                ContractJson.mapper()
                        .createObjectNode()
                        .put("$type", publisher.authority + ".richtext.facet#glow");

        // Then
        assertThat(publisher.blocks(publisher.faceted(feature)))
                .containsExactly(new Block.Paragraph(List.of(new Inline.Text("word more"))));
    }
}
