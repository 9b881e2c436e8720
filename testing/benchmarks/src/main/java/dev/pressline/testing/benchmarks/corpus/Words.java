package dev.pressline.testing.benchmarks.corpus;

import java.util.Arrays;

/** The invented vocabulary, with the frequencies of a language. Immutable. */
final class Words {

    private static final String[] COMMON =
            ("the of and to a in is that for it as was with be by on not he his but at are this"
                            + " have from or had an they which one you were all her she there would their we"
                            + " him been has when who will no more if out so up said what its about than into"
                            + " them can only other time new some could these two may first then do any like"
                            + " my now over such our man me even most made after also did many off before must"
                            + " well back through years much where your way down should because each just"
                            + " those people how too little state good very make world still see own work long"
                            + " here get both between life being under never day same another know while last"
                            + " might us great old year")
                    .split(" ");
    private static final String[] ONSET =
            "b c d f g h j k l m n p r s t v w st tr pr pl gr cl ch sh th br cr dr fl sp"
                    .split(" ");
    private static final String[] VOWEL = "a e i o u a e i o ea ou ai io".split(" ");
    private static final String[] CODA = ", , , n r s t l m d nt st rk ng ck ss".split(", ?| ");
    static final String[] OTHER = {
        "日本語の文章",
        "公開された記事",
        "Привет",
        "публикация",
        "données",
        "façade",
        "über",
        "naïve",
        "🚀",
        "👩🏽‍💻",
        "Ελλάδα",
        "שלום"
    };
    private static final int VOCABULARY = 6000;
    private final String[] words = new String[VOCABULARY];
    private final double[] cumulative = new double[VOCABULARY];

    Words() {
        Rng r = new Rng(7, 1, 0);
        double sum = 0;
        for (int i = 0; i < VOCABULARY; i++) {
            if (i < COMMON.length) {
                words[i] = COMMON[i];
            } else {
                StringBuilder b = new StringBuilder();
                int syllables = 2 + r.below(3);
                for (int k = 0; k < syllables; k++) {
                    b.append(ONSET[r.below(ONSET.length)]).append(VOWEL[r.below(VOWEL.length)]);
                    if (r.chance(0.4)) b.append(CODA[r.below(CODA.length)]);
                }
                words[i] = b.toString();
            }
            sum += 1.0 / StrictMath.pow(i + 2.7, 1.05);
            cumulative[i] = sum;
        }
        for (int i = 0; i < VOCABULARY; i++) cumulative[i] /= sum;
    }

    String word(Rng r) {
        int i = Arrays.binarySearch(cumulative, r.unit());
        return words[Math.min(i < 0 ? -i - 1 : i, VOCABULARY - 1)];
    }

    static String cap(String w) {
        return Character.toUpperCase(w.charAt(0)) + w.substring(1);
    }

    String phrase(Rng r, int n) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < n; i++) b.append(i == 0 ? "" : " ").append(word(r));
        return b.toString();
    }

    String titleText(Rng r) {
        String[] p = phrase(r, 3 + r.below(8)).split(" ");
        StringBuilder b = new StringBuilder();
        for (String w : p) b.append(b.length() == 0 ? "" : " ").append(cap(w));
        if (r.chance(0.1)) b.append(": ").append(cap(phrase(r, 3)));
        if (r.chance(0.05)) b.append(" & ").append(cap(word(r)));
        return b.toString();
    }
}
