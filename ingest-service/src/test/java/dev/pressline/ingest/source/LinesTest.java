package dev.pressline.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static List<Lines.Line> lines(String text, int longest) throws IOException {
        return lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), longest);
    }

    private static List<Lines.Line> lines(InputStream in, int longest) throws IOException {
        Lines lines = new Lines(in, longest);
        List<Lines.Line> all = new ArrayList<>();
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            all.add(line.get());
        }
        return all;
    }

    private static String text(Lines.Line line) {
        return new String(line.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void stream_empty_hasNoLines() throws IOException {
        assertThat(lines("", 10)).isEmpty();
        assertThat(lines("\n\r\n  \t\n", 10)).isEmpty();
    }

    @Test
    void lines_countBlankOnesAndSayWhereTheyEnd() throws IOException {
        // When
        List<Lines.Line> lines = lines("a\n\nbé\r\nc", 10);

        // Then
        assertThat(lines).extracting(LinesTest::text).containsExactly("a", "bé\r", "c");
        assertThat(lines).extracting(Lines.Line::number).containsExactly(1L, 3L, 4L);
        assertThat(lines).extracting(Lines.Line::end).containsExactly(2L, 8L, 9L);
    }

    @Test
    void line_tooLong_isCutOneByteBeyondAndTheNextIsWhole() throws IOException {
        // When
        List<Lines.Line> lines = lines("x".repeat(1_000_000) + "\nnext", 10);

        // Then
        assertThat(lines).extracting(LinesTest::text).containsExactly("x".repeat(11), "next");
        assertThat(lines.getFirst().end()).isEqualTo(1_000_001);
    }

    @Test
    void lines_inAnyChunks_areTheSame() throws IOException {
        // Given
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append("y".repeat(random.nextInt(300))).append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        InputStream dripping =
                new ByteArrayInputStream(bytes) {
                    @Override
                    public int read(byte[] buffer, int offset, int length) {
                        return super.read(buffer, offset, random.nextInt(1, 1 + length / 100));
                    }
                };

        // When
        List<Lines.Line> dripped = lines(dripping, 200);

        // Then
        assertThat(dripped.stream().map(LinesTest::described).toList())
                .isEqualTo(lines(text.toString(), 200).stream().map(LinesTest::described).toList());
    }

    private static String described(Lines.Line line) {
        return line.number() + " " + line.end() + " " + text(line);
    }
}
