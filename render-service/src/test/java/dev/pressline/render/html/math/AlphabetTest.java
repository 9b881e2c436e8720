package dev.pressline.render.html.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlphabetTest {

    @ParameterizedTest
    @CsvSource({
        "mathbf, 𝐀𝐙𝐚𝐳𝟎𝟗",
        "boldsymbol, 𝑨𝒁𝒂𝒛𝟎𝟗",
        "bm, 𝑨𝒁𝒂𝒛𝟎𝟗",
        "mathbb, 𝔸ℤ𝕒𝕫𝟘𝟡",
        "mathcal, 𝒜𝒵𝒶𝓏09",
        "mathscr, 𝒜𝒵𝒶𝓏09",
        "mathfrak, 𝔄ℨ𝔞𝔷09",
        "mathsf, 𝖠𝖹𝖺𝗓𝟢𝟫",
        "mathtt, 𝙰𝚉𝚊𝚣𝟶𝟿"
    })
    void lettersAndDigits_areThoseOfTheAlphabet(String command, String written) {
        assertThat(Alphabet.of(command).orElseThrow().written("AZaz09")).isEqualTo(written);
    }

    /** The neighbours of letters and digits, in ASCII and elsewhere. */
    @Test
    void otherCharacters_stay() {
        assertThat(Alphabet.BOLD.written("@[`{/:é")).isEqualTo("@[`{/:é");
        assertThat(Alphabet.of("mathrm")).isEmpty();
    }
}
