package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.process.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The archive in which the contract is released has what events are held to, byte for byte. */
class SchemasArchiveTest {

    private static Path archive() throws IOException {
        Path target = Installation.find().root().resolve("document-contract").resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith("-schemas.zip")).toList();
            assumeThat(found).as("a build that packages").hasSize(1);
            return found.getFirst();
        }
    }

    /** By their names below the one folder. */
    private static Map<String, byte[]> contents() throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (ZipFile zip = new ZipFile(archive().toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    String name = entry.getName();
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    contents.put(name.substring(name.indexOf('/') + 1), bytes);
                }
            }
        }
        return contents;
    }

    private static byte[] inTheJar(String name) throws IOException {
        URL resource = SchemasArchiveTest.class.getResource("/pressline/" + name);
        try (InputStream in = Objects.requireNonNull(resource).openStream()) {
            return in.readAllBytes();
        }
    }

    @Test
    void archive_ofARelease_holdsTheContractAndNothingElse() throws IOException {
        // When
        Map<String, byte[]> contents = contents();

        // Then
        JsonNode index = ContractJson.mapper().readTree(contents.get("index.json"));
        assertThat(archive().getFileName().toString())
                .isEqualTo("document-contract-" + index.path("version").asText() + "-schemas.zip");
        List<String> files = index.findValuesAsText("file");
        assertThat(contents.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        Stream.of("index.json", "LICENSE", "asyncapi.yaml"),
                                        files.stream())
                                .toList());
        assertThat(contents.get("asyncapi.yaml")).isEqualTo(inTheJar("asyncapi.yaml"));
        for (String file : files) {
            assertThat(contents.get(file)).as(file).isEqualTo(inTheJar(file));
        }
    }
}
