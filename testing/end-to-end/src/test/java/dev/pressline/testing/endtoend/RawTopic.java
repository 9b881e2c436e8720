package dev.pressline.testing.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.event.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the raw topic says in the end: of each key the newest version, and of two as new the later
 * one, as the version guard has it. Immutable.
 */
final class RawTopic {

    private final Map<String, Version> newest = new HashMap<>();

    private RawTopic() {}

    private record Version(String rev, Optional<JsonNode> value) {

        private Version orNewer(Version later) {
            return rev.compareTo(later.rev) > 0 ? this : later;
        }
    }

    /** Reads the topic of a pipeline as it is now. */
    static RawTopic of(RunningPipeline pipeline) {
        RawTopic topic = new RawTopic();
        pipeline.events(List.of(Topics.RAW)).forEach(topic::see);
        return topic;
    }

    private void see(ConsumerRecord<String, byte[]> event) {
        byte[] rev = event.headers().lastHeader("ce_rev").value();
        Version version =
                new Version(
                        new String(rev, StandardCharsets.UTF_8),
                        Optional.ofNullable(event.value()).map(RunningPipeline::json));
        newest.merge(event.key(), version, Version::orNewer);
    }

    /** The records of a collection that are there, by record key. */
    Map<String, JsonNode> records(String did, String collection) {
        String prefix = "at://" + did + '/' + collection + '/';
        Map<String, JsonNode> records = new TreeMap<>();
        newest.forEach(
                (key, version) -> {
                    if (key.startsWith(prefix)) {
                        version.value()
                                .ifPresent(v -> records.put(key.substring(prefix.length()), v));
                    }
                });
        return records;
    }

    /** Whether a record is there or was once. */
    boolean knows(String did, String collection, String rkey) {
        return newest.containsKey("at://" + did + '/' + collection + '/' + rkey);
    }

    /** The state of an account, active where nothing was said. */
    PdsAccount.State account(String did) {
        return Optional.ofNullable(newest.get(did))
                .flatMap(Version::value)
                .map(PdsAccount.State::of)
                .orElse(PdsAccount.State.ACTIVE);
    }
}
