package dev.pressline.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.Samples;
import dev.pressline.contract.Schemas;
import dev.pressline.contract.Vectors;
import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.LinkAnchor;
import dev.pressline.contract.document.Picture;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.Repair;
import dev.pressline.contract.document.Site;
import dev.pressline.contract.document.Subscription;
import dev.pressline.contract.document.Violation;
import dev.pressline.contract.event.EventType;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTest {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final Path FOLDER = Path.of("src", "main", "resources", "pressline", "schemas");
    private static final Map<String, Class<?>> DEFINED =
            Map.ofEntries(
                    Map.entry("document", Document.class),
                    Map.entry("publication", Publication.class),
                    Map.entry("subscription", Subscription.class),
                    Map.entry("account", AccountState.class),
                    Map.entry("site", Site.class),
                    Map.entry("author", Author.class),
                    Map.entry("blob", Blob.class),
                    Map.entry("link", LinkAnchor.class),
                    Map.entry("picture", Picture.class),
                    Map.entry("repair", Repair.class),
                    Map.entry("violation", Violation.class));

    @ParameterizedTest
    @EnumSource(EventType.class)
    void schema_ofEachEvent_isFoundUnderTheNameThatItsHeaderGives(EventType type) {
        // When
        JsonNode schema = Vectors.json(type.schemaResource());

        // Then
        assertThat(schema.path("$id").asText()).isEqualTo(type.dataSchema());
    }

    @ParameterizedTest
    @MethodSource("files")
    void schema_asPublished_isOneOfTheDialectItNames(String file) {
        // When
        JsonNode schema = Vectors.json("/pressline/schemas/" + file);

        // Then
        assertThat(schema.path("$id").asText()).isEqualTo(Schemas.BASE + file);
        assertThat(schema.path("$schema").asText()).isEqualTo(DIALECT);
        assertThat(Schemas.faults(DIALECT, schema)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("defined")
    void definition_ofARecord_requiresAllItsComponents(String name, Class<?> type) {
        // When
        JsonNode definition = normalized().path("$defs").path(name);

        // Then
        List<RecordComponent> components =
                Arrays.stream(type.getRecordComponents())
                        .filter(component -> !component.getName().equals("more"))
                        .toList();
        List<RecordComponent> always =
                components.stream().filter(component -> !isLeftOutWhenEmpty(component)).toList();
        assertThat(texts(definition.path("required"))).containsAll(names(always));
        assertThat(definition.path("properties").fieldNames())
                .toIterable()
                .containsAll(names(components));
    }

    private static boolean isLeftOutWhenEmpty(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonInclude.class);
    }

    private static List<String> names(List<RecordComponent> components) {
        return components.stream().map(RecordComponent::getName).toList();
    }

    @Test
    void definition_ofBlocksAndInlines_knowsEveryKind() {
        JsonNode definitions = normalized().path("$defs");

        assertThat(texts(definitions.at("/block/properties/type/enum")))
                .containsExactlyElementsOf(kinds(Block.class));
        assertThat(texts(definitions.at("/inline/properties/type/enum")))
                .containsExactlyElementsOf(kinds(Inline.class));
    }

    @Test
    void sampleDocument_hasABlockAndAnInlineOfEveryKind() {
        TreeSet<String> used = new TreeSet<>(Samples.of("document").findValuesAsText("type"));
        assertThat(used).containsAll(kinds(Block.class)).containsAll(kinds(Inline.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "raw",
                "job-print-document",
                "job-remove-document",
                "job-remove-document-departed",
                "job-print-channel-publication",
                "job-print-channel-author",
                "job-print-channel-front",
                "job-print-channel-archived",
                "job-print-channel-tag",
                "job-print-channel-deleted",
                "job-remove-channel",
                "job-print-chapter",
                "job-print-archive",
                "job-remove-archive",
                "job-print-report",
                "job-remove-report",
                "job-print-directory",
                "job-print-subscriptions",
                "job-remove-subscriptions",
                "job-print-sitemap",
                "feed",
                "feed-directory",
                "feed-subscribed",
                "rendered",
                "rendered-feed",
                "cursor-file",
                "cursor-repo",
                "cursor-repo-done",
                "cursor-network",
                "cursor-stream",
                "cursor-stream-claimed"
            })
    void sample_asItIsAndWithUnknownFields_isValid(String name) {
        // Given
        String kind = name.split("-")[0];
        EventType type = EventType.of("dev.pressline." + kind).orElseThrow();

        // When / Then
        assertThat(faults(type, Samples.of(name))).isEmpty();
        assertThat(faults(type, Samples.withUnknownFields(Samples.of(name)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "job-print-document",
                "job-remove-document",
                "job-print-chapter",
                "job-print-archive",
                "job-remove-archive",
                "job-print-subscriptions",
                "job-remove-subscriptions",
                "feed",
                "rendered",
                "cursor-repo"
            })
    void sample_withoutAnyOneOfItsFields_isRefused(String name) {
        EventType type = EventType.of("dev.pressline." + name.split("-")[0]).orElseThrow();
        Samples.of(name)
                .fieldNames()
                .forEachRemaining(
                        field -> {
                            var broken = Samples.withUnknownFields(Samples.of(name));
                            broken.remove(field);
                            assertThat(faults(type, broken)).as("without %s", field).isNotEmpty();
                        });
    }

    private static List<String> faults(EventType type, JsonNode value) {
        return Schemas.faults(type, value.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode normalized() {
        return Vectors.json(EventType.NORMALIZED.schemaResource());
    }

    private static List<String> kinds(Class<?> type) {
        return Arrays.stream(type.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> defined() {
        return DEFINED.entrySet().stream()
                .map(
                        entry ->
                                org.junit.jupiter.params.provider.Arguments.of(
                                        entry.getKey(), entry.getValue()));
    }
}
