package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.local.pipeline.Service;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the index has committed is on its disk, and nowhere else when it is started again. */
class KeptIndexTest {

    @TempDir Path data;

    @Test
    void index_startedAgain_goesOnWithoutItsChangelogs() {
        // Given
        try (RunningPipeline before = RunningPipeline.start(data)) {
            before.importRows(
                    Rows.publication(1, "https://blog.invalid"),
                    Rows.document("one", 2, "One"),
                    Rows.document("two", 3, "Two"));
            before.awaitQuiet();
        }

        // When
        try (RunningPipeline after = RunningPipeline.start(data)) {
            after.importRows(Rows.document("two", 4, "Two, edited"));
            after.awaitQuiet();

            // Then
            assertThat(after.restored()).isZero();
            assertThat(after.text("/")).contains("One").contains("Two, edited");

            // When
            after.crash(Service.RENDER);
            after.importRows(Rows.document("one", 5, "One, edited"));
            after.awaitQuiet();

            // Then
            assertThat(after.text("/")).contains("One, edited").contains("Two, edited");
        }
    }
}
