package dev.pressline.local.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineBatchesTest {

    @Test
    void lines_ofAnyLength_comeBackWholeAndInOrder() throws Exception {
        // Given
        Random random = new Random(42);
        StringBuilder text = new StringBuilder();
        long lines = 0;
        long blank = 0;
        for (; lines < 3_000; lines++) {
            int length = random.nextInt(5) == 0 ? 0 : random.nextInt(3_000);
            blank += length == 0 ? 1 : 0;
            text.append("x".repeat(length)).append('\n');
        }

        // When
        List<LineBatches.Batch> batches = read(text.toString());

        // Then
        assertThat(joined(batches)).isEqualTo(text + "\n");
        assertThat(batches.stream().mapToInt(LineBatches.Batch::records).sum())
                .isEqualTo((int) (lines - blank));
    }

    @Test
    void batch_afterTheFirst_knowsTheNumberOfItsFirstLine() throws Exception {
        // Given
        String text = "{}\n".repeat(LineBatches.LINES + 1);

        // When
        List<LineBatches.Batch> batches = read(text);

        // Then
        assertThat(batches).hasSize(2);
        assertThat(batches.get(1).firstLine()).isEqualTo(LineBatches.LINES + 1);
        assertThat(batches.get(1).records()).isEqualTo(1);
    }

    @Test
    void lastLine_withoutLineFeed_isALineToo() throws Exception {
        // When
        List<LineBatches.Batch> batches = read("{}\n{}");

        // Then
        assertThat(batches).singleElement().extracting(LineBatches.Batch::records).isEqualTo(2);
    }

    @Test
    void line_longerThanAnyRecord_isCutAndTheNextIsUnhurt() throws Exception {
        // Given
        String text = "x".repeat(LineBatches.MAX_LINE + 10) + "\n{}\n";

        // When
        List<LineBatches.Batch> batches = read(text);

        // Then
        assertThat(batches.getFirst().bytes()).hasSize(LineBatches.MAX_LINE + 1);
        assertThat(joined(batches.subList(1, batches.size()))).isEqualTo("{}\n\n");
    }

    private static List<LineBatches.Batch> read(String text) throws IOException {
        LineBatches source =
                new LineBatches(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<LineBatches.Batch> batches = new ArrayList<>();
        for (Optional<LineBatches.Batch> next = source.next();
                next.isPresent();
                next = source.next()) {
            batches.add(next.get());
        }
        return batches;
    }

    private static String joined(List<LineBatches.Batch> batches) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        batches.forEach(batch -> bytes.writeBytes(batch.bytes()));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
