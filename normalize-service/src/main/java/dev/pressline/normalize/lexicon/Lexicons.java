package dev.pressline.normalize.lexicon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A catalog of lexicons. Immutable and thread-safe. */
public final class Lexicons {

    private static final String FOLDER = "/lexicons/";
    private static final String INDEX = "SOURCES.tsv";

    private final Map<String, Schema> definitions;

    private Lexicons(Map<String, Schema> definitions) {
        this.definitions = definitions;
    }

    /** The lexicons that are part of this service. */
    public static Lexicons bundled() {
        return of(
                new String(resource(INDEX), StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .map(line -> json(line.substring(0, line.indexOf('\t'))))
                        .toList());
    }

    /** The catalog of lexicon documents; of two with the same id the later one counts. */
    public static Lexicons of(List<JsonNode> documents) {
        Map<String, Schema> definitions = new HashMap<>();
        for (JsonNode document : documents) {
            String id = document.path("id").asText();
            SchemaReader reader = new SchemaReader(id);
            for (Map.Entry<String, JsonNode> def : document.path("defs").properties()) {
                String name = def.getKey().equals("main") ? id : id + '#' + def.getKey();
                reader.read(def.getValue()).ifPresent(schema -> definitions.put(name, schema));
            }
        }
        return new Lexicons(Map.copyOf(definitions));
    }

    /** A definition by its name, {@code nsid} or {@code nsid#name}. */
    Optional<Schema> find(String name) {
        return Optional.ofNullable(definitions.get(name));
    }

    private static JsonNode json(String file) {
        try {
            return ContractJson.mapper().readTree(resource(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static byte[] resource(String file) {
        try (InputStream bytes = Lexicons.class.getResourceAsStream(FOLDER + file)) {
            if (bytes == null) {
                throw new IllegalStateException(FOLDER + file + " is not on the class path");
            }
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
