package dev.pressline.local.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NormalizedFoldTest {

    private static final String URI =
            "at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/site.standard.document/";
    private static final String FIRST = "3mf42slbt3g42";
    private static final String SECOND = "3mf42slbt3g43";
    private static final String THIRD = "3mf42slbt3g44";

    @TempDir Path directory;

    @Test
    void history_inAnyOrderWithDuplicates_endsWithTheNewestVersions() {
        // Given
        List<ConsumerRecord<String, byte[]>> history =
                new ArrayList<>(
                        List.of(
                                event("b", FIRST, Optional.of("old")),
                                event("b", THIRD, Optional.of("new")),
                                event("a", SECOND, Optional.of("only")),
                                event("c", FIRST, Optional.of("removed")),
                                event("c", SECOND, Optional.empty()),
                                event("b", SECOND, Optional.of("middle")),
                                event("a", SECOND, Optional.of("only"))));
        Random random = new Random(7);

        for (int round = 0; round < 50; round++) {
            // When
            Collections.shuffle(history, random);

            // Then
            assertThat(fold(history))
                    .containsExactly(Map.entry(URI + "a", "only"), Map.entry(URI + "b", "new"));
        }
    }

    private Map<String, String> fold(List<ConsumerRecord<String, byte[]>> history) {
        try (SpillFile values = new SpillFile(directory.resolve("values"))) {
            NormalizedFold fold = new NormalizedFold(values);
            history.forEach(fold::add);
            Map<String, String> living = new TreeMap<>();
            fold.living()
                    .forEach(
                            (key, entry) ->
                                    living.put(
                                            key,
                                            new String(
                                                    values.read(entry.value()),
                                                    StandardCharsets.UTF_8)));
            return living;
        }
    }

    private static ConsumerRecord<String, byte[]> event(
            String rkey, String rev, Optional<String> value) {
        RecordHeaders headers = new RecordHeaders();
        EnvelopeHeaders.add(headers, "ce_rev", rev);
        byte[] bytes = value.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null);
        return new ConsumerRecord<>(
                Topics.NORMALIZED,
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                URI + rkey,
                bytes,
                headers,
                Optional.empty());
    }
}
