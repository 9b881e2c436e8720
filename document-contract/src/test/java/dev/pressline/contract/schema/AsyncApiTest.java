package dev.pressline.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.pressline.contract.Vectors;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Topics;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    private static final String FOLDER = "/pressline/";
    private static final JsonNode DOCUMENT = document();

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
