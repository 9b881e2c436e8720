package dev.pressline.normalize.linkloop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.linkloop.LinkLoop.Outcome;
import dev.pressline.normalize.text.Mark;
import dev.pressline.normalize.text.MarkedText;
import dev.pressline.normalize.text.Style;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The inverse: an exact proof or nothing. */
class LostLinksTest {

    private static final int TEXTS = 20_000;
    private static final String[] WORDS =
            ("the of Amazon Ring ICE police camera data-sharing U.S. (ALPRs) “quoted” city, Lowe’s"
                            + " Eugene, OR and Denver, resistance announced toolkit 2024. for 日本 é")
                    .split(" ");

    @Test
    void inverse_ofGeneratedTexts_restoresThemOrRefuses() {
        // Given
        Random random = new Random(42);
        int restored = 0;
        int broken = 0;

        // When
        for (int i = 0; i < TEXTS; i++) {
            Source source = Source.random(random);
            Outcome outcome = LinkLoop.run(source.text, 1_000_000).orElseThrow();
            Optional<Proof> proof = Proof.of(outcome.text(), outcome.tags());
            boolean isBroken = outcome.tags().stream().anyMatch(LostLinks::isBroken);
            broken += isBroken ? 1 : 0;
            restored += proof.isPresent() ? 1 : 0;

            // Then
            proof.ifPresent(p -> assertThat(p.text()).isEqualTo(source.clean));
        }
        assertThat(restored).isGreaterThan(broken * 9 / 10);
        assertThat(broken).isGreaterThan(TEXTS / 10);
    }

    @Test
    void proof_tellsTheFirstAnchorTheDebrisAndTheWholeText() {
        // When
        LostLinks links =
                LostLinks.prove("see 1] and foo [bar", List.of("Travel", "1] and [foo", "foo [bar"))
                        .orElseThrow();

        // Then
        assertThat(links.firstTag()).isEqualTo(1);
        assertThat(links.debris()).containsExactly(1, 2);
        assertThat(links.text().text()).isEqualTo("see [1] and foo bar");
        assertThat(links.text().marks())
                .containsExactly(
                        anchor(12, 15, Certainty.CERTAIN), anchor(16, 19, Certainty.CERTAIN));
        assertThat(MarkedText.of("see 1] and foo [bar").edit(links.edits()).text())
                .isEqualTo(links.text().text());
    }

    private static Mark anchor(int start, int end, Certainty certainty) {
        return new Mark(start, end, new Style.Anchor(Optional.empty(), certainty));
    }

    @Test
    void inverse_ofGenuineTags_provesNothing() {
        assertThat(LostLinks.prove("About Debian and [x].", List.of("Debian"))).isEmpty();
    }

    @Test
    void inverse_ofAlteredText_provesNothing() {
        assertThat(LostLinks.prove("see 1] und foo [bar", List.of("1] and [foo", "foo [bar")))
                .isEmpty();
    }

    @Test
    void inverse_ofHostileTags_ends() {
        String brackets = "[".repeat(100_000);
        List<String> tags = List.of("[a", "a[".repeat(1_000), "[".repeat(900), "a");

        assertThat(LostLinks.prove(brackets, tags)).isEmpty();
        assertThat(LostLinks.prove("a[".repeat(50_000), tags)).isEmpty();
        assertThat(LostLinks.prove("\uE000 [x", List.of("x [y"))).isEmpty();
    }

    @Test
    void brokenLinks_inHostileText_end() {
        for (String hostile : List.of("[", "](https://x y", "](https://x y)", "](http://")) {
            String text = hostile.repeat(100_000 / hostile.length());

            assertThat(BrokenLinks.find(text).size()).isLessThanOrEqualTo(text.length());
        }
    }

    /** A text with links, whole ones and such with a destination of prose, and its clean form. */
    private record Source(String text, String clean) {

        private static Source random(Random random) {
            StringBuilder text = new StringBuilder();
            StringBuilder clean = new StringBuilder();
            for (int i = 0, parts = 1 + random.nextInt(12); i < parts; i++) {
                String words = words(random);
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> {
                        text.append('[').append(words).append("](https://example.org/x)");
                        clean.append(words);
                    }
                    case 3 -> append("[" + words + "](bad url)", text, clean);
                    case 4 -> append("[" + i + "]", text, clean);
                    case 5 -> append("\n\n", text, clean);
                    default -> append(words, text, clean);
                }
                append(" ", text, clean);
            }
            return new Source(text.toString(), clean.toString());
        }

        private static void append(String part, StringBuilder text, StringBuilder clean) {
            text.append(part);
            clean.append(part);
        }

        private static String words(Random random) {
            StringBuilder words = new StringBuilder();
            for (int i = 0, n = 1 + random.nextInt(4); i < n; i++) {
                words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
            }
            return words.toString();
        }
    }
}
