package dev.pressline.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pressline.contract.Vectors;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Topics;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AsyncApiTest {

    private static final String FOLDER = "/pressline/";
    private static final JsonNode DOCUMENT = document();
    private static final Schema ASYNC_API =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(Vectors.json("/asyncapi/3.0.0.json"));

    @Test
    void channels_ofTheDocument_areTheTopicsAndDeadLetterQueues() {
        // When
        List<String> addresses = DOCUMENT.path("channels").findValuesAsText("address");

        // Then
        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Topics.PUBLISHED.stream(), Topics.DEAD_LETTERS.stream())
                                .toList());
        assertThat(DOCUMENT.at("/components/channelBindings/compacted/kafka/partitions").asInt())
                .isEqualTo(Topics.DEFAULT_PARTITIONS);
    }

    @Test
    void references_ofTheDocumentAndItsSchemas_allResolve() {
        references(DOCUMENT).forEach(reference -> assertResolves("asyncapi.yaml", reference));
        for (EventType type : EventType.values()) {
            String file = type.schemaResource().substring(FOLDER.length());
            references(Vectors.json(type.schemaResource()))
                    .forEach(reference -> assertResolves(file, reference));
        }
        references(Vectors.json("/pressline/schemas/envelope.v1.json"))
                .forEach(reference -> assertResolves("schemas/envelope.v1.json", reference));
    }

    @Test
    void schemas_ofAllValuesAndOfTheEnvelope_areReferenced() {
        assertThat(references(DOCUMENT))
                .containsAll(
                        Arrays.stream(EventType.values())
                                .map(type -> "." + type.schemaResource().substring(10))
                                .toList())
                .contains("./schemas/envelope.v1.json");
    }

    @Test
    void document_asPublished_isOneOfAsyncApi() {
        assertThat(faults(DOCUMENT)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("damages")
    void document_thatIsDamaged_isRefused(String what, Consumer<ObjectNode> damage) {
        ObjectNode damaged = DOCUMENT.deepCopy();
        damage.accept(damaged);
        assertThat(faults(damaged)).as(what).isNotEmpty();
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("no title", document -> at(document, "/info").remove("title")),
                damage("another version", document -> document.put("asyncapi", "2.6.0")),
                damage("a field nobody knows", document -> document.put("topics", "raw")),
                damage(
                        "an action that is none",
                        document ->
                                at(document, "/operations/ingestSendsRaw").put("action", "put")),
                damage(
                        "partitions in words",
                        document ->
                                at(document, "/components/channelBindings/compacted/kafka")
                                        .put("partitions", "twelve")));
    }

    private static Arguments damage(String what, Consumer<ObjectNode> damage) {
        return Arguments.of(what, damage);
    }

    private static ObjectNode at(JsonNode document, String pointer) {
        return (ObjectNode) document.at(pointer);
    }

    /** By the schema of AsyncAPI itself. */
    private static List<String> faults(JsonNode document) {
        return ASYNC_API.validate(document).stream().map(Error::toString).toList();
    }

    private static void assertResolves(String file, String reference) {
        int hash = reference.indexOf('#');
        String target = hash < 0 ? reference : reference.substring(0, hash);
        String pointer = hash < 0 ? "" : reference.substring(hash + 1);
        JsonNode found = (target.isEmpty() ? load(file) : load(resolve(file, target))).at(pointer);
        assertThat(found.isMissingNode()).as("%s in %s", reference, file).isFalse();
    }

    private static String resolve(String file, String target) {
        return java.net.URI.create(file).resolve(target).toString();
    }

    private static JsonNode load(String file) {
        return file.equals("asyncapi.yaml") ? DOCUMENT : Vectors.json(FOLDER + file);
    }

    private static TreeSet<String> references(JsonNode node) {
        return new TreeSet<>(node.findValuesAsText("$ref"));
    }

    private static JsonNode document() {
        try {
            return new YAMLMapper().readTree(Vectors.bytes(FOLDER + "asyncapi.yaml"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
