package dev.pressline.render.html.math;

import java.util.Map;
import java.util.Optional;

/**
 * The mathematical alphabets of Unicode, by the commands that choose them in TeX.
 *
 * @see <a href="https://www.unicode.org/charts/PDF/U1D400.pdf">Mathematical alphanumeric
 *     symbols</a>
 */
enum Alphabet {
    BOLD(0x1D400, 0x1D41A, 0x1D7CE, Map.of()),
    BOLD_ITALIC(0x1D468, 0x1D482, 0x1D7CE, Map.of()),
    DOUBLE_STRUCK(
            0x1D538,
            0x1D552,
            0x1D7D8,
            Map.of(
                    'C', 0x2102, 'H', 0x210D, 'N', 0x2115, 'P', 0x2119, 'Q', 0x211A, 'R', 0x211D,
                    'Z', 0x2124)),
    SCRIPT(
            0x1D49C,
            0x1D4B6,
            '0',
            Map.ofEntries(
                    Map.entry('B', 0x212C),
                    Map.entry('E', 0x2130),
                    Map.entry('F', 0x2131),
                    Map.entry('H', 0x210B),
                    Map.entry('I', 0x2110),
                    Map.entry('L', 0x2112),
                    Map.entry('M', 0x2133),
                    Map.entry('R', 0x211B),
                    Map.entry('e', 0x212F),
                    Map.entry('g', 0x210A),
                    Map.entry('o', 0x2134))),
    FRAKTUR(
            0x1D504,
            0x1D51E,
            '0',
            Map.of('C', 0x212D, 'H', 0x210C, 'I', 0x2111, 'R', 0x211C, 'Z', 0x2128)),
    SANS(0x1D5A0, 0x1D5BA, 0x1D7E2, Map.of()),
    MONOSPACE(0x1D670, 0x1D68A, 0x1D7F6, Map.of());

    private final int capitalA;
    private final int smallA;
    private final int zero;
    private final Map<Character, Integer> elsewhere;

    Alphabet(int capitalA, int smallA, int zero, Map<Character, Integer> elsewhere) {
        this.capitalA = capitalA;
        this.smallA = smallA;
        this.zero = zero;
        this.elsewhere = elsewhere;
    }

    /** The alphabet that a command chooses, given without its backslash. */
    static Optional<Alphabet> of(String command) {
        return switch (command) {
            case "mathbf" -> Optional.of(BOLD);
            case "boldsymbol", "bm" -> Optional.of(BOLD_ITALIC);
            case "mathbb" -> Optional.of(DOUBLE_STRUCK);
            case "mathcal", "mathscr" -> Optional.of(SCRIPT);
            case "mathfrak" -> Optional.of(FRAKTUR);
            case "mathsf" -> Optional.of(SANS);
            case "mathtt" -> Optional.of(MONOSPACE);
            default -> Optional.empty();
        };
    }

    /** The text with its Latin letters and digits in this alphabet; other characters stay. */
    String written(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.appendCodePoint(letter((char) c)));
        return out.toString();
    }

    private int letter(char c) {
        Integer other = elsewhere.get(c);
        if (other != null) {
            return other;
        }
        if (c >= 'A' && c <= 'Z') {
            return capitalA + c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return smallA + c - 'a';
        }
        return c >= '0' && c <= '9' ? zero + c - '0' : c;
    }
}
