package dev.pressline.testing.faults.stream;

import static dev.pressline.testing.faults.stream.Writer.bytes;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;
import java.util.List;
import java.util.Optional;

/** What can never succeed, of each kind and for each stage. Stateless. */
final class Poison {

    private static final String FUTURE = "7zzzzzzzzzzzz";

    private Poison() {}

    /** One of each; {@code uri} makes them differ from others, and names a record of nobody. */
    static List<Offering> of(AtUri uri, Tid rev) {
        String key = uri.toString();
        return List.of(
                new Offering.RefusedRow(bytes("{\"uri\": \"" + key), "not-json"),
                new Offering.RefusedRow(bytes("[\"" + key + "\"]"), "not-an-object"),
                new Offering.RefusedRow(bytes("{\"hello\":\"" + key + "\"}"), "no-identity"),
                new Offering.RefusedRow(
                        bytes("{\"uri\":\"at:/" + key + "\",\"record\":{}}"), "bad-uri"),
                raw(key, "", "{}"),
                raw("no address of " + key, rev.value(), "{}"),
                raw(key, rev.value(), "{\"title\":"),
                raw(key, rev.value(), "\"" + key + "\""),
                raw(key, FUTURE, "{}"),
                onTopic(
                        Topics.NORMALIZED,
                        key,
                        rev.value(),
                        refusal(Topics.NORMALIZED, "render-index", "unreadable-value")),
                onTopic(
                        Topics.JOBS,
                        key + "/index.html",
                        "",
                        refusal(Topics.JOBS, "render-press", "unreadable-job")));
    }

    private static Offering raw(String key, String rev, String value) {
        return new Offering.OnTopic(Topics.RAW, key, version(rev), bytes(value), Optional.empty());
    }

    private static Offering onTopic(
            String topic, String key, String rev, Offering.Refusal refusal) {
        return new Offering.OnTopic(
                topic, key, version(rev), bytes("no value of ours"), Optional.of(refusal));
    }

    private static Optional<String> version(String rev) {
        return Optional.of(rev).filter(text -> !text.isEmpty());
    }

    private static Offering.Refusal refusal(String topic, String group, String reason) {
        return new Offering.Refusal(Topics.deadLetters(topic, group), reason);
    }
}
