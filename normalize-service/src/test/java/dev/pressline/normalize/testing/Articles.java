package dev.pressline.normalize.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes clean articles full of what a careless repair would touch: brackets, stars, underscores,
 * code, maths, footnotes, other scripts, emoji, typos, typography. The same seed gives the same
 * article.
 */
public final class Articles {

    /** Sentences that look like damage and are none; each is right as it stands. */
    private static final List<String> TRAPS =
            List.of(
                    "As shown in [1] and [2, p. 7], 5 * 3 = 15 and 2 ** 10 = 1024.",
                    "The interval [0, 1) is half open, so a[i] + b[j](k) is not.",
                    "They wrote “recieve” [sic](as the author did) on the heals of it.",
                    "Rename a_b_c to snake_case_, and keep __init__ as it is.",
                    "Use `**bold**` and `[text](https://example.org)` in Markdown.",
                    "Look into src/**/*.java and **/target/** first.",
                    "** SPOILER ** he dies; what the f****ng hell?",
                    "This is _so_ good, *really*, and ~~not~~ bad, they typed by hand.",
                    "Footnotes[^1] stay, as do references like (Smith 2019)[12] and ^2.",
                    "Let $x_1^2 * y_2 = \\frac{a}{b}$ and |A| > 0 for all A.",
                    "AT&T, R&D, Q&A: 3 < 4 && 5 > 2, ?a=1&amp=2.",
                    "Write &lt; for <, and &amp; for &, in HTML.",
                    "SÃO PAULO, AÇÃO, IRMÃ… «CAFÉ» and CAFÉ« cost 10 €–20 €, 20 °C, ½ µm².",
                    "שלום עולם, זה מאמר [1] קצר.",
                    "مرحبا بالعالم، هذا مقال قصير.",
                    "日本語の文章です。「引用」もあります。",
                    "👩🏽‍💻 shipped it 🚀 – 100 %, ça va… naïve façade!",
                    "Issue #4 of C# in Depth, #hashtag, F# minor, ## not a heading.",
                    "See https://example.org/a_b_(c)?x=1&y=[2] or example.org/_next_/x.",
                    "int **p; char **argv; x = y[0](z);",
                    "‘Quoted’ – “double” — ‹single›… and a non-breaking\u00a0space.",
                    "He said \"<p> begins a paragraph\" and import x from 'y' imports.",
                    "\u2067אבג\u2069 reads from the right, \u200eso it does.",
                    "They payed to much money for there new car, definately.");

    private static final List<String> BLOCKS =
            List.of(
                    "* one\n* two\n* three",
                    "1. first\n2. second",
                    "> a quoted line\n> and another",
                    "```\nlet a = b[0](c) ** 2;\n## not a heading\n```",
                    "    indented_code = [x](y) * 2",
                    "***",
                    "a | b\n---|---\n1 | 2",
                    "[^1]: A note, with [brackets] in it.");

    private static final String[] SYLLABLES = {
        "ka", "lo", "mi", "ren", "sto", "ver", "an", "tel", "du", "pra", "nis", "o", "gar", "lim"
    };

    private final Random random;

    /** Articles of a seed. */
    public Articles(long seed) {
        random = new Random(seed);
    }

    /** A clean text of several paragraphs. */
    public String text() {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 2 + random.nextInt(6); i > 0; i--) {
            paragraphs.add(random.nextInt(5) == 0 ? pick(BLOCKS) : paragraph());
        }
        return String.join("\n\n", paragraphs);
    }

    /** One line of sentences. */
    public String paragraph() {
        List<String> sentences = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            sentences.add(random.nextInt(3) == 0 ? pick(TRAPS) : sentence());
        }
        return String.join(" ", sentences);
    }

    /** A sentence of invented words. */
    public String sentence() {
        String words = phrase(5 + random.nextInt(9));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + '.';
    }

    /** So many invented words. */
    public String phrase(int words) {
        List<String> phrase = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            phrase.add(word());
        }
        return String.join(" ", phrase);
    }

    /** An invented word. */
    public String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    /** Tags that an author chose: no two the same, capital, of words that no text here has. */
    public List<String> tags(int count) {
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tags.add("Topic" + (char) ('A' + i) + random.nextInt(100));
        }
        return tags;
    }

    /** One of some values. */
    public <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Whether something that happens once in {@code times} happens. */
    public boolean once(int times) {
        return random.nextInt(times) == 0;
    }

    /** A number below a bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }
}
