package dev.pressline.testing.faults.rig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.watch.TopicReader;
import dev.pressline.testing.faults.oracle.DeadLetterId;
import dev.pressline.testing.faults.oracle.LogEntry;
import dev.pressline.testing.faults.oracle.Observation;
import dev.pressline.testing.faults.oracle.Standing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads what stands, and what was put in, in the terms of the oracle. Not thread-safe. */
final class Observer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOCUMENTS = "document/";
    private static final String FEED = "feed.json";
    private static final String UNREAD = "unread";

    private final SortedMap<String, String> hashes = new TreeMap<>();
    private final Map<AtUri, Standing.Present> documents = new HashMap<>();
    private final Map<String, List<AtUri>> feeds = new HashMap<>();

    /** Has seen nothing yet. */
    Observer() {}

    /** Hands what lies on the raw topic to {@code reader}, in order within each partition. */
    static void readInput(String bootstrapServers, Consumer<LogEntry> reader) {
        TopicReader.read(bootstrapServers, List.of(Topics.RAW), each -> reader.accept(entry(each)));
    }

    private static LogEntry entry(ConsumerRecord<String, byte[]> raw) {
        return new LogEntry(
                raw.partition(),
                raw.offset(),
                raw.key(),
                EnvelopeHeaders.text(raw.headers(), "ce_rev"),
                EnvelopeHeaders.text(raw.headers(), "ce_cid"),
                Optional.ofNullable(raw.value()));
    }

    /** Whether an object of the site bucket says more than that it is there. */
    static boolean isTelling(String key) {
        return isDocument(key) || key.endsWith(FEED);
    }

    private static boolean isDocument(String key) {
        return key.startsWith(DOCUMENTS) && key.endsWith("/index.json");
    }

    /** Hears of an object that was not read. */
    void unread(String key) {
        hashes.put(key, UNREAD);
    }

    /** Looks at an object of the site bucket. */
    void object(String key, byte[] bytes) {
        hashes.put(key, Hash.of(bytes));
        if (isDocument(key)) {
            JsonNode json = json(key, bytes);
            documents.put(AtUri.parse(json.path("uri").asText()), version(json));
        } else if (key.endsWith(FEED)) {
            String folder = key.substring(0, key.length() - FEED.length());
            feeds.put(folder, items(json(key, bytes)));
        }
    }

    /** What it has looked at, and what the dead-letter queues of a cluster hold. */
    Observation observation(String bootstrapServers) {
        return new Observation(hashes, documents, feeds, deadLetters(bootstrapServers));
    }

    private static Standing.Present version(JsonNode document) {
        return new Standing.Present(
                Tid.parse(document.path("rev").asText()),
                Optional.of(document.path("cid").asText("")).filter(cid -> !cid.isEmpty()));
    }

    private static List<AtUri> items(JsonNode feed) {
        List<AtUri> items = new ArrayList<>();
        String start = Rig.PUBLIC_URL + '/' + DOCUMENTS;
        for (JsonNode item : feed.path("items")) {
            String url = item.path("url").asText();
            String[] didAndKey = url.substring(start.length()).split("/", -1);
            items.add(
                    AtUri.parse(
                            "at://" + didAndKey[0] + "/site.standard.document/" + didAndKey[1]));
        }
        return items;
    }

    private static List<Observation.Letter> deadLetters(String bootstrapServers) {
        List<Observation.Letter> letters = new ArrayList<>();
        TopicReader.read(bootstrapServers, Topics.DEAD_LETTERS, each -> letters.add(letter(each)));
        return letters;
    }

    private static Observation.Letter letter(ConsumerRecord<String, byte[]> dead) {
        Optional<String> partition = header(dead, "dead-letter-partition");
        Optional<String> offset = header(dead, "dead-letter-offset");
        String origin = partition.flatMap(p -> offset.map(o -> p + '@' + o)).orElse(dead.key());
        return new Observation.Letter(
                new DeadLetterId(dead.topic(), origin),
                header(dead, "dead-letter-reason").orElse("none"));
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> dead, String name) {
        return EnvelopeHeaders.text(dead.headers(), name);
    }

    private static JsonNode json(String key, byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new LaunchException(key + " is no JSON", e);
        }
    }
}
