package dev.pressline.local.removal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.output.ObjectKeys;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a topic still holds of accounts and records: values that name them, or lie under a key that
 * does. Fed with the records of the topic in order. Not thread-safe.
 */
public final class Remains implements Consumer<ConsumerRecord<String, byte[]>> {

    private final List<String> needles;
    private final Map<String, Boolean> newest = new HashMap<>();
    private final Set<String> largeValues = new TreeSet<>();
    private long found;

    /** What is left of these. */
    public Remains(List<EventKey> subjects) {
        this.needles = subjects.stream().flatMap(Remains::names).toList();
    }

    private static Stream<String> names(EventKey subject) {
        return switch (subject) {
            case EventKey.OfAccount account -> Stream.of(account.text());
            case EventKey.OfRecord one -> Stream.of(one.text(), ObjectKeys.document(one.uri()));
        };
    }

    @Override
    public void accept(ConsumerRecord<String, byte[]> read) {
        boolean isNamed = read.value() != null && isNamedBy(read.key(), read.value());
        if (isNamed) {
            found++;
            EnvelopeHeaders.text(read.headers(), EnvelopeHeaders.VALUE_REFERENCE)
                    .ifPresent(largeValues::add);
            newest.put(read.key(), true);
        } else {
            newest.computeIfPresent(read.key(), (key, was) -> false);
        }
    }

    private boolean isNamedBy(String key, byte[] value) {
        String bytes = new String(value, ISO_8859_1);
        return needles.stream()
                .anyMatch(name -> key.contains(name) || bytes.contains(encoded(name)));
    }

    private static String encoded(String name) {
        return new String(name.getBytes(UTF_8), ISO_8859_1);
    }

    /** How many records there are, those included that compaction has not taken yet. */
    public long found() {
        return found;
    }

    /** How many of them are the newest of their keys, so that compaction leaves them. */
    public long lasting() {
        return newest.values().stream().filter(is -> is).count();
    }

    /** The values that lie in the private bucket, since they are too large, by their names. */
    public Set<String> largeValues() {
        return Collections.unmodifiableSet(largeValues);
    }
}
