package dev.pressline.normalize.text;

/**
 * Windows-1252 as browsers read it: its five empty places stand for the C1 controls of the same
 * number. Stateless.
 */
public final class Windows1252 {

    /** The characters of the bytes 80 to 9F. */
    private static final String HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private Windows1252() {}

    /** The byte of a character, 0 to 255, or -1 where there is none. */
    public static int byteOf(char c) {
        if (c < 0x80 || (c >= 0xA0 && c <= 0xFF)) {
            return c;
        }
        int high = HIGH.indexOf(c);
        return high < 0 ? -1 : 0x80 + high;
    }
}
