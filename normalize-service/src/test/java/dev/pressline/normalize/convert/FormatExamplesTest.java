package dev.pressline.normalize.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Body;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.testing.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Contents written for the purpose, below {@code formats/contents}, and the bodies they must give,
 * below {@code formats/bodies}, both named after the format.
 */
class FormatExamplesTest {

    private static final Path CONTENTS = Path.of("src", "test", "resources", "formats", "contents");
    private static final ConversionContext CONTEXT =
            new ConversionContext(
                    AtUri.parse("at://did:web:alice.example/site.standard.document/one"),
                    Optional.of("https://alice.example/one"));

    static List<String> formats() throws IOException {
        try (Stream<Path> files = Files.list(CONTENTS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static JsonNode content(String file) {
        try {
            return ContractJson.mapper().readTree(Files.readAllBytes(CONTENTS.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void content_ofAFormat_isTheReviewedBody(String file) throws IOException {
        // When
        Body body = ContentConverter.convert(Optional.of(content(file)), "", CONTEXT);

        // Then
        Golden.assertMatches("formats/bodies/" + file, body);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void content_ofAFormat_isNamedAfterIt(String file) {
        String type = content(file).path("$type").asText();

        assertThat(file).startsWith(type.replace('#', '-'));
    }
}
