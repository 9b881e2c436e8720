package dev.pressline.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.contract.Vectors;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index of the archive in which the contract is released. */
class SchemaIndexTest {

    private static final Path INDEX = Path.of("src", "main", "schemas", "index.json");
    private static final Path FOLDER = Path.of("src", "main", "resources", "pressline", "schemas");

    private final JsonNode index = read();

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(INDEX.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void index_namesEverySchema_byItsIdAndItsFile() throws IOException {
        // When
        Stream<String> named = index.findValuesAsText("file").stream();

        // Then
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(named)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> "schemas/" + file.getFileName()).toList());
        }
        index.findParents("file")
                .forEach(
                        each ->
                                assertThat(each.path("id").asText())
                                        .isEqualTo(
                                                Vectors.json(
                                                                "/pressline/"
                                                                        + each.path("file")
                                                                                .asText())
                                                        .path("$id")
                                                        .asText()));
    }

    @Test
    void index_hasEveryKindOfEvent_withItsTopic() {
        JsonNode values = index.path("values");
        assertThat(values.findValuesAsText("type"))
                .containsExactlyElementsOf(
                        Arrays.stream(EventType.values()).map(EventType::text).toList());
        assertThat(values.findValuesAsText("topic")).containsExactlyElementsOf(Topics.PUBLISHED);
        values.forEach(
                each ->
                        assertThat(each.path("id").asText())
                                .isEqualTo(
                                        EventType.of(each.path("type").asText())
                                                .orElseThrow()
                                                .dataSchema()));
        assertThat(index.path("asyncapi").asText()).isEqualTo("asyncapi.yaml");
    }
}
