package dev.pressline.render.page;

import java.util.Locale;
import java.util.Optional;

/**
 * An sRGB colour.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2: contrast ratio</a>
 */
record Colour(int red, int green, int blue) {

    static final Colour BLACK = new Colour(0, 0, 0);
    static final Colour WHITE = new Colour(255, 255, 255);

    /** The contrast that running text needs (WCAG 2.2, 1.4.3, level AA). */
    static final double READABLE = 4.5;

    private static final int STEPS = 50;

    /** Reads {@code #rrggbb}; empty if it is none. */
    static Optional<Colour> parse(String text) {
        boolean hex =
                text.length() == 7
                        && text.charAt(0) == '#'
                        && text.chars()
                                .skip(1)
                                .allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
        if (!hex) {
            return Optional.empty();
        }
        int rgb = Integer.parseInt(text.substring(1), 16);
        return Optional.of(new Colour(rgb >> 16, rgb >> 8 & 255, rgb & 255));
    }

    /** This colour with a part (0 to 1) of it replaced by another. */
    Colour mix(Colour other, double part) {
        return new Colour(
                blend(red, other.red, part),
                blend(green, other.green, part),
                blend(blue, other.blue, part));
    }

    private static int blend(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * part);
    }

    /** The relative luminance, 0 to 1. */
    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** The contrast ratio of two colours, 1 to 21. */
    double contrast(Colour other) {
        double a = luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Black or white, whichever is read better on this colour. */
    Colour opposite() {
        return contrast(BLACK) >= contrast(WHITE) ? BLACK : WHITE;
    }

    /** The colour nearest to this one that is readable on a background. */
    Colour readableOn(Colour background) {
        Colour goal = background.opposite();
        for (int step = 0; step < STEPS; step++) {
            Colour tried = mix(goal, (double) step / STEPS);
            if (tried.contrast(background) >= READABLE) {
                return tried;
            }
        }
        return goal;
    }

    /** The colour as {@code #rrggbb}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
