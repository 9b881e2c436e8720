package dev.pressline.testing.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.Schemas;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the published schemas say of an event as it lies on its topic. */
final class Contract {

    private static final String ENVELOPE = Schemas.BASE + "envelope.v1.json";
    private static final String DEAD_LETTER = ENVELOPE + "#/$defs/deadLetter";
    private static final Map<String, EventType> TYPES =
            Map.of(
                    Topics.RAW, EventType.RAW,
                    Topics.NORMALIZED, EventType.NORMALIZED,
                    Topics.JOBS, EventType.JOB,
                    Topics.FEEDS, EventType.FEED,
                    Topics.RENDERED, EventType.RENDERED,
                    Topics.CURSORS, EventType.CURSOR);

    private Contract() {}

    /** What is wrong with the headers and the value of an event. */
    static List<String> faults(ConsumerRecord<String, byte[]> event) {
        EventType type = TYPES.get(event.topic());
        boolean aboutARecord = type == EventType.RAW || type == EventType.NORMALIZED;
        JsonNode headers = headers(event);
        List<String> faults =
                new ArrayList<>(
                        Schemas.faults(aboutARecord ? Schemas.RECORD_ENVELOPE : ENVELOPE, headers));
        if (!headers.path("ce_type").asText().equals(type.text())) {
            faults.add(event.topic() + " carries a " + headers.path("ce_type"));
        }
        if (!headers.path("ce_subject").asText().equals(event.key())) {
            faults.add(event.key() + " is not its subject " + headers.path("ce_subject"));
        }
        if (event.value() != null && !headers.has("pressline_ref")) {
            faults.addAll(Schemas.faults(type, event.value()));
        }
        return faults;
    }

    /** What is wrong with the headers of a dead letter. */
    static List<String> deadLetterFaults(ConsumerRecord<String, byte[]> letter) {
        return Schemas.faults(DEAD_LETTER, headers(letter));
    }

    private static JsonNode headers(ConsumerRecord<String, byte[]> event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        event.headers()
                .forEach(h -> json.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        return json;
    }
}
