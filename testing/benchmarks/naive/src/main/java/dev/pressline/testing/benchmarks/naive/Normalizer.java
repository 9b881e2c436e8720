package dev.pressline.testing.benchmarks.naive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Outgoing;
import org.jspecify.annotations.Nullable;

/** Rows to documents, one by one. */
@ApplicationScoped
public class Normalizer {

    private final ObjectMapper json = new ObjectMapper();

    /** The record of a row with its identity beside it; nothing for what is no document. */
    @Incoming("rows")
    @Outgoing("normalized")
    @Blocking
    public @Nullable Record<String, String> normalize(Record<String, String> row)
            throws JsonProcessingException {
        JsonNode read = json.readTree(row.value());
        if (!read.path("collection").asText().endsWith(".document")) {
            return null;
        }
        ObjectNode document = json.createObjectNode();
        document.set("did", read.path("did"));
        document.set("rkey", read.path("rkey"));
        document.set("record", read.path("record"));
        return Record.of(row.key(), json.writeValueAsString(document));
    }
}
