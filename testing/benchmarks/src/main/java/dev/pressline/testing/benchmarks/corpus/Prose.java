package dev.pressline.testing.benchmarks.corpus;

import java.util.ArrayList;
import java.util.List;

/** Writes paragraphs and bodies of a wanted size. Immutable. */
final class Prose {

    private final Words words;

    Prose(Words words) {
        this.words = words;
    }

    private List<Span> paragraph(Rng r, int bytes, boolean foreign) {
        List<Span> out = new ArrayList<>();
        StringBuilder b = new StringBuilder();
        int done = 0;
        while (done + b.length() < bytes) {
            int n = 5 + r.below(22);
            boolean quote = r.chance(0.06);
            if (quote) b.append('“');
            for (int i = 0; i < n; i++) {
                if (i > 0) b.append(r.chance(0.07) ? ", " : " ");
                String w =
                        foreign && r.chance(0.35)
                                ? Words.OTHER[r.below(Words.OTHER.length)]
                                : words.word(r);
                if (i == 0) w = Words.cap(w);
                double d = r.unit();
                char style =
                        d < 0.010 ? 'l' : d < 0.018 ? 'b' : d < 0.026 ? 'i' : d < 0.029 ? 'c' : ' ';
                if (style == ' ') {
                    b.append(w);
                    if (r.chance(0.012)) b.append("’s");
                } else {
                    if (b.length() > 0) {
                        done += b.length();
                        out.add(new Span(b.toString(), ' ', null));
                        b.setLength(0);
                    }
                    int k = 1 + r.below(4);
                    String t = words.phrase(r, k);
                    done += t.length();
                    out.add(
                            new Span(
                                    t,
                                    style,
                                    style == 'l'
                                            ? "https://"
                                                    + words.word(r)
                                                    + ".example/"
                                                    + words.word(r)
                                                    + "/"
                                                    + Long.toString(r.next() >>> 30, 36)
                                            : null));
                }
            }
            b.append(quote ? ".” " : r.chance(0.1) ? "? " : ". ");
        }
        String rest = b.toString();
        if (rest.endsWith(" ")) rest = rest.substring(0, rest.length() - 1);
        if (!rest.isEmpty()) out.add(new Span(rest, ' ', null));
        return out;
    }

    List<Block> body(Rng r, int bytes, boolean rich, boolean foreign) {
        List<Block> out = new ArrayList<>();
        int done = 0;
        while (done < bytes) {
            int n =
                    Math.min(
                            Math.max(40, (int) (420 * StrictMath.exp(0.5 * r.gauss()))),
                            Math.max(40, bytes - done));
            double d = rich ? r.unit() : 1;
            if (d < 0.10) {
                out.add(
                        new Block(
                                'h',
                                2 + r.below(3),
                                List.of(List.of(new Span(words.titleText(r), ' ', null))),
                                null));
                n = 40;
            } else if (d < 0.16) {
                List<List<Span>> items = new ArrayList<>();
                for (int k = 2 + r.below(6); k > 0; k--) items.add(paragraph(r, 60, foreign));
                out.add(new Block(r.chance(0.7) ? 'u' : 'o', 0, items, null));
                n = items.size() * 70;
            } else if (d < 0.20) {
                out.add(new Block('q', 0, List.of(paragraph(r, n, foreign)), null));
            } else if (d < 0.23) {
                StringBuilder c = new StringBuilder();
                for (int k = 3 + r.below(8); k > 0; k--)
                    c.append("  ")
                            .append(words.word(r))
                            .append("(")
                            .append(words.word(r))
                            .append(" < 3 && \"")
                            .append(words.word(r))
                            .append("\");\n");
                out.add(
                        new Block(
                                'c',
                                0,
                                List.of(List.of(new Span(c.toString(), ' ', null))),
                                "java"));
                n = c.length();
            } else if (d < 0.24) {
                out.add(new Block('r', 0, List.of(), null));
                n = 4;
            } else {
                out.add(new Block('p', 0, List.of(paragraph(r, n, foreign)), null));
            }
            done += n;
        }
        return out;
    }
}
