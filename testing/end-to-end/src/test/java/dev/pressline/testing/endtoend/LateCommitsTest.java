package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An index that commits long after it has printed, as that of a busy machine does. */
@Timeout(300)
class LateCommitsTest {

    /** Looks are rarer than commits: what came is committed before what it leads to is sent. */
    private static final Map<String, String> LATE =
            Map.of(
                    "KAFKA_STREAMS_COMMIT_INTERVAL_MS", "1400",
                    "KAFKA_STREAMS_PRODUCER_LINGER_MS", "1400",
                    "PRESSLINE_RENDER_INDEX_INTERVAL", "2s");

    /** Longer than an event is fresh, which is a matter of time alone. */
    private static final long OLD_MILLIS = 700;

    @Test
    void quiet_whileJobsAreNotCommitted_isNotReached(@TempDir Path data)
            throws InterruptedException {
        // Given
        Map<String, String> settings = new HashMap<>(RunningPipeline.ALONE);
        settings.putAll(LATE);
        try (RunningPipeline pipeline = RunningPipeline.start(data, settings)) {
            for (int number = 1; number <= 3; number++) {
                String rkey = "late" + number;

                // When: an event that is not committed at once, since it had to wait
                pipeline.freeze("normalize");
                pipeline.post(Rows.document(rkey, 1, rkey), "import");
                Thread.sleep(OLD_MILLIS);
                pipeline.thaw("normalize");
                pipeline.awaitQuiet();

                // Then
                assertThat(pipeline.text("/document/" + Rows.DID + '/' + rkey + '/'))
                        .contains(rkey);
                assertThat(pipeline.text("/atom.xml")).contains(rkey);
            }
        }
    }
}
