package dev.pressline.testing.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.process.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The real records and the synthetic ones that normalize is tested with, as rows for import. */
final class GoldenRecords {

    private static final Path RESOURCES =
            Installation.find().root().resolve("normalize-service/src/test/resources");
    private static final String SYNTHETIC = "at://did:plc:syntheticsyntheticsynt";
    private static final int REV = 100;
    private static final int AFTERWARDS = 1_000;

    /** Short titles are words that stand elsewhere too. */
    private static final int TELLING = 12;

    private final Map<String, JsonNode> records = new TreeMap<>();

    private GoldenRecords() {}

    /** All of them. */
    static GoldenRecords all() {
        GoldenRecords golden = new GoldenRecords();
        try (Stream<Path> files = Files.list(RESOURCES.resolve("records"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                golden.real(ContractJson.mapper().readTree(file.toFile()));
            }
            golden.synthetic("clean.ndjson", 'a');
            golden.synthetic("mangled.ndjson", 'b');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return golden;
    }

    private void real(JsonNode answer) {
        String uri = answer.path("uri").asText();
        if (answer.has("value")) {
            records.put(uri, answer.path("value"));
        } else if (!uri.isEmpty()) {
            ObjectNode record = JsonNodeFactory.instance.objectNode();
            record.put("$type", "site.standard.document").put("site", "https://records.invalid");
            record.put("publishedAt", "2026-01-02T03:04:05Z");
            record.set("title", answer.path("title"));
            record.set("content", answer.path("content"));
            records.put(uri, record);
        }
    }

    private void synthetic(String file, char account) throws IOException {
        int line = 0;
        for (String record : Files.readAllLines(RESOURCES.resolve("corpus").resolve(file))) {
            JsonNode value = ContractJson.mapper().readTree(record);
            String collection = value.path("$type").asText("site.standard.document");
            records.put(SYNTHETIC + account + account + '/' + collection + "/r" + line++, value);
        }
    }

    /** The rows, each with the rev of its record. */
    List<String> rows() {
        int rev = REV;
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> record : records.entrySet()) {
            rows.add(row(record.getKey(), rev++, record.getValue()));
        }
        return rows;
    }

    /** Rows that delete all of them. */
    List<String> deletes() {
        return records.keySet().stream()
                .map(uri -> row(uri, AFTERWARDS, JsonNodeFactory.instance.nullNode()))
                .toList();
    }

    private static String row(String uri, int rev, JsonNode record) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("uri", uri);
        row.put("rev", Rows.rev(rev)).set("record", record);
        return row.toString();
    }

    /** Their accounts. */
    Set<String> accounts() {
        return records.keySet().stream()
                .map(uri -> AtUri.parse(uri).did().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What nobody else says: their titles, names and descriptions. */
    Set<String> sayings() {
        return records.values().stream()
                .flatMap(record -> Stream.of("title", "name", "description").map(record::path))
                .map(JsonNode::asText)
                .filter(text -> text.length() >= TELLING && text.matches("[\\w ,.]+"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
