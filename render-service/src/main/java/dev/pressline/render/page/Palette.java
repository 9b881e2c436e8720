package dev.pressline.render.page;

import dev.pressline.contract.document.Theme;
import java.util.Optional;

/**
 * The colours of a page in one colour scheme: every text colour is readable on the paper and on the
 * tint.
 *
 * @param paper the background
 * @param tint the background of panels
 * @param ink the text
 * @param soft secondary text
 * @param faint hairlines
 * @param accent links, focus and marks
 * @param onAccent text on the accent
 */
record Palette(
        Colour paper,
        Colour tint,
        Colour ink,
        Colour soft,
        Colour faint,
        Colour accent,
        Colour onAccent) {

    private static final double LIGHT = 0.18;
    private static final double ROOMY = 7;

    /** The palettes of a theme for the light and the dark scheme; empty for no usable theme. */
    static Optional<Schemes> of(Theme theme) {
        Optional<Colour> background = Colour.parse(theme.background());
        Optional<Colour> foreground = Colour.parse(theme.foreground());
        Optional<Colour> accent = Colour.parse(theme.accent());
        if (background.isEmpty() || foreground.isEmpty() || accent.isEmpty()) {
            return Optional.empty();
        }
        Colour onAccent = Colour.parse(theme.accentForeground()).orElse(Colour.WHITE);
        Palette own = of(background.get(), foreground.get(), accent.get(), onAccent);
        return Optional.of(
                background.get().luminance() > LIGHT
                        ? new Schemes(own, own.darkened(background.get()))
                        : new Schemes(own.lightened(background.get()), own));
    }

    /** The two schemes of one design. */
    record Schemes(Palette light, Palette dark) {}

    private static Palette of(Colour paper, Colour text, Colour accent, Colour onAccent) {
        boolean roomy = paper.contrast(paper.opposite()) >= ROOMY;
        Colour tint = roomy ? paper.mix(paper.opposite(), 0.04) : paper;
        Colour ink = text.readableOn(tint);
        Colour link = accent.readableOn(tint);
        return new Palette(
                paper,
                tint,
                ink,
                ink.mix(paper, 0.35).readableOn(tint),
                paper.mix(ink, 0.16),
                link,
                onAccent.readableOn(link));
    }

    private Palette darkened(Colour background) {
        Colour paper = background.mix(Colour.BLACK, 0.9);
        return of(paper, background.mix(Colour.BLACK, 0.1), accent, onAccent);
    }

    private Palette lightened(Colour background) {
        Colour paper = background.mix(Colour.WHITE, 0.96);
        return of(paper, background.mix(Colour.BLACK, 0.2), accent, onAccent);
    }

    /** The custom properties of the stylesheet. */
    String css() {
        return "--paper:"
                + paper
                + ";--tint:"
                + tint
                + ";--ink:"
                + ink
                + ";--soft:"
                + soft
                + ";--faint:"
                + faint
                + ";--accent:"
                + accent
                + ";--on-accent:"
                + onAccent;
    }
}
