package dev.pressline.testing.faults.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * An account with one publication, which writes clean records, each version with a rev of its own.
 * Not thread-safe.
 */
final class Writer {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int DID_LETTERS = 24;
    private static final List<String> TAGS = List.of("books", "courts", "film", "law", "music");
    private static final Instant FIRST = Instant.parse("2025-03-01T08:00:00Z");

    private final Did did;
    private final Random random;
    private final Supplier<Tid> clock;

    /** A writer whose revs come from this clock. */
    Writer(Random random, Supplier<Tid> clock) {
        StringBuilder name = new StringBuilder("did:plc:");
        for (int i = 0; i < DID_LETTERS; i++) {
            name.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        this.did = Did.parse(name.toString());
        this.random = random;
        this.clock = clock;
    }

    Did did() {
        return did;
    }

    private AtUri uri(String kind, String rkey) {
        return AtUri.parse("at://" + did + "/site.standard." + kind + '/' + rkey);
    }

    AtUri document(int number) {
        return uri("document", "d" + number);
    }

    Offering.Row publication() {
        ObjectNode record = record("publication");
        record.put("name", "The Paper of " + did.value().substring(8, 12));
        record.put("url", "https://" + did.value().substring(8) + ".example");
        return put(uri("publication", "paper"), clock.get(), record);
    }

    /** The next version of a document. */
    Offering.Row version(int number, int version) {
        ObjectNode record = record("document");
        record.put("site", uri("publication", "paper").toString());
        record.put("path", "/d" + number);
        record.put("title", "Document " + number + ", version " + version);
        record.put("publishedAt", FIRST.plus(number * 37L, ChronoUnit.HOURS).toString());
        record.put("textContent", text(number, version));
        ArrayNode tags = record.putArray("tags");
        TAGS.stream().filter(tag -> random.nextInt(4) == 0).forEach(tags::add);
        return put(document(number), clock.get(), record);
    }

    private static String text(int number, int version) {
        return ("A paragraph of document " + number + " as version " + version + " has it. ")
                        .repeat(8)
                        .strip()
                + "\n\nThe end, with <b>no</b> markup & all.";
    }

    Offering.Row delete(int number) {
        Tid rev = clock.get();
        ObjectNode row = row(document(number), rev);
        row.putNull("record");
        return new Offering.Row(bytes(row.toString()), document(number), rev, true);
    }

    /** What the account is now; active without a status. */
    Offering.OnTopic account(String status) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("did", did.value()).put("active", status.isEmpty());
        if (!status.isEmpty()) {
            state.put("status", status);
        }
        return new Offering.OnTopic(
                Topics.RAW,
                did.value(),
                Optional.of(clock.get().value()),
                bytes(state.toString()),
                Optional.empty());
    }

    private static ObjectNode record(String kind) {
        return JsonNodeFactory.instance.objectNode().put("$type", "site.standard." + kind);
    }

    private static Offering.Row put(AtUri uri, Tid rev, ObjectNode record) {
        ObjectNode row = row(uri, rev);
        row.set("record", record);
        return new Offering.Row(bytes(row.toString()), uri, rev, false);
    }

    private static ObjectNode row(AtUri uri, Tid rev) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("uri", uri.toString())
                .put("rev", rev.value());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
