package dev.pressline.testing.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
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
import java.util.stream.Stream;

/**
 * Rows of one account whose records are attacks in every field: made by walking the lexicons, and
 * the sample contents of formats that have none.
 */
final class HostileRecords {

    /** What bodies are made of by their lexicon. */
    static final List<String> CONTENTS =
            List.of(
                    "pub.leaflet.content",
                    "pub.leaflet.document",
                    "blog.pckt.content",
                    "app.offprint.content",
                    "at.markpub.markdown",
                    "app.greengale.document",
                    "app.greengale.document#contentRef",
                    "app.greengale.blog.entry",
                    "com.whtwnd.blog.entry");

    /** Fields that say what something is, without which nothing would be read. */
    private static final Set<String> KINDS = Set.of("$type", "type", "name");

    private static final Path RESOURCES =
            Installation.find().root().resolve("normalize-service/src");
    private static final Path LEXICONS = RESOURCES.resolve("main/resources/lexicons");
    private static final Path SAMPLES = RESOURCES.resolve("test/resources/formats/contents");
    private static final String DOCUMENT = "site.standard.document";
    private static final String PUBLICATION = "site.standard.publication";

    private final String did;
    private final ObjectNode blob;
    private final LexiconWalk walk;
    private final List<String> rows = new ArrayList<>();

    private HostileRecords(String did, byte[] picture) {
        this.did = did;
        this.blob = blob(picture);
        this.walk = new LexiconWalk(folder(LEXICONS), blob);
    }

    /** The records of an account that keeps a picture. */
    static HostileRecords of(String did, byte[] picture) {
        HostileRecords records = new HostileRecords(did, picture);
        Map<String, JsonNode> samples = folder(SAMPLES);
        for (int variant = 0; variant < Attacks.VARIANTS; variant++) {
            records.publication(variant);
            for (String content : CONTENTS) {
                records.document(content, variant, records.walk.value(content, variant));
            }
            for (Map.Entry<String, JsonNode> sample : samples.entrySet()) {
                JsonNode content = records.attacked(sample.getValue(), sample.getKey(), variant);
                records.document(sample.getKey(), variant, content);
            }
        }
        return records;
    }

    /** The walk that made them. */
    LexiconWalk walk() {
        return walk;
    }

    /** The rows for import. */
    String[] rows() {
        return rows.toArray(String[]::new);
    }

    private static ObjectNode blob(byte[] picture) {
        ObjectNode blob = JsonNodeFactory.instance.objectNode();
        blob.put("$type", "blob").put("mimeType", "image/png").put("size", picture.length);
        blob.putObject("ref").put("$link", Pictures.cid(picture).value());
        return blob;
    }

    private static Map<String, JsonNode> folder(Path folder) {
        Map<String, JsonNode> documents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                JsonNode document = ContractJson.mapper().readTree(file.toFile());
                String name = file.getFileName().toString().replaceFirst("\\.json$", "");
                documents.put(document.path("id").asText(name), document);
            }
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publication(int variant) {
        ObjectNode record = walk.value(PUBLICATION, variant);
        if (variant % 4 != 0) {
            record.put("url", "https://hostile.invalid/" + variant);
        }
        show(record, "preferences", "showInDiscover");
        row(PUBLICATION, "p" + variant, variant, record);
    }

    private void document(String name, int variant, JsonNode content) {
        ObjectNode record = walk.value(DOCUMENT, variant);
        record.set("content", content);
        record.remove("labels");
        record.put("path", Attacks.path(variant) + name);
        if (variant % 4 != 0) {
            record.put("site", "at://" + did + '/' + PUBLICATION + "/p" + variant);
            record.put("publishedAt", "2026-03-0" + (1 + variant % 9) + "T10:00:00Z");
        }
        if (record.path("contributors").path(0) instanceof ObjectNode author && variant % 2 == 0) {
            author.put("did", did);
        }
        row(DOCUMENT, name.replaceAll("[^A-Za-z0-9.-]", "-") + '-' + variant, variant, record);
    }

    private static void show(ObjectNode record, String... path) {
        if (record.path(path[0]) instanceof ObjectNode object) {
            object.put(path[1], true);
        }
    }

    /** A sample with an attack in the place of every string that says not what something is. */
    private JsonNode attacked(JsonNode node, String field, int variant) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (node.has("ref") && node.has("mimeType")) {
            return blob.deepCopy();
        }
        if (node.isObject()) {
            ObjectNode object = json.objectNode();
            node.properties()
                    .forEach(
                            each ->
                                    object.set(
                                            each.getKey(),
                                            KINDS.contains(each.getKey())
                                                    ? each.getValue()
                                                    : attacked(
                                                            each.getValue(),
                                                            each.getKey(),
                                                            variant)));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = json.arrayNode();
            node.forEach(each -> array.add(attacked(each, field, variant)));
            return array;
        }
        return node.isTextual() ? attack(field, variant) : node;
    }

    private static TextNode attack(String field, int variant) {
        return JsonNodeFactory.instance.textNode(
                LexiconWalk.isAddress(field)
                        ? Attacks.url(field, variant)
                        : Attacks.text(field, variant));
    }

    private void row(String collection, String rkey, int variant, JsonNode record) {
        rows.add(row(did, collection, rkey, variant, record));
    }

    static String row(String did, String collection, String rkey, int rev, JsonNode record) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("uri", "at://" + did + '/' + collection + '/' + rkey);
        row.put("rev", Rows.rev(rev)).set("record", record);
        return row.toString();
    }
}
