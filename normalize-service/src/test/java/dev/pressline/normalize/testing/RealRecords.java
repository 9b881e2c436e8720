package dev.pressline.normalize.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The real records among the test resources; {@code records/SOURCES.tsv} says where they are from.
 */
public final class RealRecords {

    private static final Path FOLDER = Path.of("src", "test", "resources", "records");
    private static final AtUri SEED =
            AtUri.parse(
                    "at://did:plc:y7zrib4us324a3v34wi4auz5/site.standard.document/3mf42slbt3g42");

    private RealRecords() {}

    /** A record of a file: its address and its fields. */
    public record Sample(String name, AtUri uri, JsonNode value) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Every record, in the order of the names of their files. */
    public static List<Sample> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(RealRecords::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents among the records. */
    public static List<Sample> documents() {
        return all().stream()
                .filter(sample -> sample.uri().collection().name().equals("document"))
                .filter(sample -> sample.uri().collection().value().startsWith("site."))
                .toList();
    }

    /** The records that are kept with all their fields. */
    public static List<Sample> whole() {
        return all().stream().filter(sample -> sample.value().has("$type")).toList();
    }

    /** The record of a record key. */
    public static Sample of(String rkey) {
        return all().stream()
                .filter(sample -> sample.uri().rkey().value().equals(rkey))
                .findFirst()
                .orElseThrow();
    }

    private static Sample read(Path file) {
        JsonNode json = json(file);
        AtUri uri = json.has("uri") ? AtUri.parse(json.get("uri").asText()) : SEED;
        return new Sample(
                uri.collection().name() + "-" + uri.rkey(),
                uri,
                json.has("value") ? json.get("value") : json);
    }

    private static JsonNode json(Path file) {
        try {
            return ContractJson.mapper().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
