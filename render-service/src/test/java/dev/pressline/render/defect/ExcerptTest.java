package dev.pressline.render.defect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void change_inALongText_isShownWithALittleAroundIt() {
        // Given
        String start = "word ".repeat(100);
        String end = " drow".repeat(100);

        // When
        Excerpt excerpt = Excerpt.of(start + "[Denver" + end, start + "Denver" + end);

        // Then
        assertThat(excerpt.removed()).isEqualTo("[");
        assertThat(excerpt.added()).isEmpty();
        assertThat(excerpt.lead()).startsWith("…").hasSize(33);
        assertThat(excerpt.trail()).startsWith("Denver drow").endsWith("…");
    }

    @Test
    void longChange_shown_isCutInTheMiddle() {
        // When
        Excerpt excerpt = Excerpt.of("a".repeat(1_000), "");

        // Then
        assertThat(excerpt.removed()).hasSizeLessThan(260).contains(" … ");
    }

    @Test
    void anyChange_shown_splitsNoSurrogatePair() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            // Given
            String before = text(random);
            String after = text(random);

            // When
            Excerpt excerpt = Excerpt.of(before, after);

            // Then
            String shown =
                    excerpt.lead()
                            + "|"
                            + excerpt.removed()
                            + "|"
                            + excerpt.added()
                            + "|"
                            + excerpt.trail();
            assertThat(dev.pressline.render.html.Encoder.clean(shown)).isEqualTo(shown);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(200); i > 0; i--) {
            text.appendCodePoint(random.nextBoolean() ? 0x1F600 + random.nextInt(3) : 'a');
        }
        return text.toString();
    }
}
