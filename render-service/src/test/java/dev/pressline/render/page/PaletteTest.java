package dev.pressline.render.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Theme;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaletteTest {

    @Test
    void colours_ofAnyTheme_areReadableInBothSchemes() {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            // Given
            Theme theme = new Theme(colour(random), colour(random), colour(random), colour(random));

            // When
            Palette.Schemes schemes = Palette.of(theme).orElseThrow();

            // Then
            assertReadable(theme, schemes.light());
            assertReadable(theme, schemes.dark());
        }
    }

    @Test
    void theme_thatIsReadable_keepsItsColours() {
        // Given
        Theme theme = new Theme("#ffffff", "#333333", "#0645ad", "#ffffff");

        // When
        Palette light = Palette.of(theme).orElseThrow().light();

        // Then
        assertThat(light.paper()).hasToString("#ffffff");
        assertThat(light.ink()).hasToString("#333333");
        assertThat(light.accent()).hasToString("#0645ad");
        assertThat(light.onAccent()).hasToString("#ffffff");
    }

    @Test
    void darkTheme_inTheLightScheme_becomesLight() {
        // Given
        Theme theme = new Theme("#0b1020", "#eeeeee", "#66ccff", "#000000");

        // When
        Palette.Schemes schemes = Palette.of(theme).orElseThrow();

        // Then
        assertThat(schemes.dark().paper()).hasToString("#0b1020");
        assertThat(schemes.light().paper().luminance()).isGreaterThan(0.8);
    }

    private static void assertReadable(Theme theme, Palette palette) {
        for (Colour text : new Colour[] {palette.ink(), palette.soft(), palette.accent()}) {
            assertThat(text.contrast(palette.paper()))
                    .as("%s on paper of %s", text, theme)
                    .isGreaterThanOrEqualTo(Colour.READABLE);
            assertThat(text.contrast(palette.tint()))
                    .as("%s on tint of %s", text, theme)
                    .isGreaterThanOrEqualTo(Colour.READABLE);
        }
        assertThat(palette.onAccent().contrast(palette.accent()))
                .isGreaterThanOrEqualTo(Colour.READABLE);
    }

    private static String colour(Random random) {
        return String.format("#%06x", random.nextInt(0x1000000));
    }
}
