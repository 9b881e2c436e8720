package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All records from nothing, twice, in another order; and what is left when all are deleted. */
@Timeout(600)
class GoldenRecordsTest {

    @TempDir Path data;

    private final GoldenRecords golden = GoldenRecords.all();

    private Map<String, String> siteOf(String run, List<String> rows) {
        try (RunningPipeline pipeline =
                RunningPipeline.start(data.resolve(run), RunningPipeline.ALONE)) {
            pipeline.importRows(rows.toArray(String[]::new));
            return pipeline.site();
        }
    }

    @Test
    void records_renderedTwiceThenDeleted_giveTheSameBytesAndLeaveNoTrace() {
        // Given
        List<String> rows = golden.rows();
        Map<String, String> first = siteOf("first", rows);
        List<String> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(5));

        try (RunningPipeline pipeline =
                RunningPipeline.start(data.resolve("second"), RunningPipeline.ALONE)) {
            // When
            pipeline.importRows(shuffled.toArray(String[]::new));

            // Then
            Map<String, String> second = pipeline.site();
            assertThat(first).hasSizeGreaterThan(500);
            assertThat(differences(first, second)).isEmpty();

            // When
            pipeline.importRows(golden.deletes().toArray(String[]::new));

            // Then
            assertThat(traces(pipeline)).isEmpty();
            assertThat(answers(pipeline, documents(second))).containsOnly(410);

            // When
            golden.accounts()
                    .forEach(
                            did ->
                                    pipeline.tellAccount(
                                            did,
                                            Rows.rev(2_000),
                                            "{\"active\":false,\"status\":\"deleted\"}"));
            pipeline.awaitQuiet();

            // Then
            assertThat(traces(pipeline)).isEmpty();
            assertThat(answers(pipeline, ofAccounts(second))).containsOnly(410);
            assertThat(pipeline.get("/").statusCode()).isEqualTo(200);
            assertThat(pipeline.text("/feed.json")).contains("\"items\":[");
        }
    }

    private static Set<String> differences(Map<String, String> one, Map<String, String> other) {
        Set<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        keys.removeIf(key -> one.containsKey(key) && one.get(key).equals(other.get(key)));
        return keys;
    }

    private static Stream<String> documents(Map<String, String> site) {
        return site.keySet().stream().filter(key -> key.startsWith("document/"));
    }

    private static Stream<String> ofAccounts(Map<String, String> site) {
        return site.keySet().stream()
                .filter(key -> key.matches("(document|author|publication)/.*"));
    }

    private static Set<Integer> answers(RunningPipeline pipeline, Stream<String> keys) {
        Set<Integer> answers = new TreeSet<>();
        keys.forEach(key -> answers.add(pipeline.get('/' + key).statusCode()));
        return answers;
    }

    /** What objects still say of what was deleted, by key. */
    private Map<String, String> traces(RunningPipeline pipeline) {
        Map<String, String> traces = new TreeMap<>();
        pipeline.contents()
                .forEach(
                        (key, bytes) -> {
                            String text = new String(bytes, StandardCharsets.UTF_8);
                            golden.sayings().stream()
                                    .filter(text::contains)
                                    .forEach(saying -> traces.put(key, saying));
                        });
        return traces;
    }
}
