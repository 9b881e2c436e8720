package dev.pressline.normalize.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;

/**
 * The commonest words of the languages written in Latin letters. A language is named where its
 * words make up enough of a text, and clearly more than those of the next. Stateless.
 */
final class CommonWords {

    private static final String RESOURCE = "/languages/common-words.properties";
    private static final double MIN_SHARE = 0.1;
    private static final int[] NONE = {};
    private static final double MIN_LEAD = 1.15;
    private static final List<Language> LANGUAGES = load();
    private static final Map<String, int[]> INDEX = index();

    /** A language and its commonest words. */
    private record Language(String tag, List<String> words) {}

    /** How many words of a text are among the commonest of a language. */
    private record Score(String tag, int hits) {}

    private CommonWords() {}

    /** The language of a text in Latin letters, given its words in lower case. */
    static Optional<String> language(List<String> words) {
        int[] hits = hits(words);
        List<Score> best =
                IntStream.range(0, hits.length)
                        .mapToObj(i -> new Score(LANGUAGES.get(i).tag, hits[i]))
                        .sorted(Comparator.comparingInt(Score::hits).reversed())
                        .limit(2)
                        .toList();
        Score first = best.get(0);
        boolean enough =
                first.hits > 1
                        && first.hits >= MIN_SHARE * words.size()
                        && first.hits >= MIN_LEAD * best.get(1).hits;
        return enough ? Optional.of(first.tag) : Optional.empty();
    }

    private static int[] hits(List<String> words) {
        int[] hits = new int[LANGUAGES.size()];
        for (String word : words) {
            for (int language : INDEX.getOrDefault(word, NONE)) {
                hits[language]++;
            }
        }
        return hits;
    }

    /** The languages of each word, by their place in the list: one look for all of them. */
    private static Map<String, int[]> index() {
        Map<String, int[]> index = new HashMap<>();
        for (int i = 0; i < LANGUAGES.size(); i++) {
            int[] language = {i};
            LANGUAGES.get(i).words.forEach(w -> index.merge(w, language, CommonWords::joined));
        }
        return index;
    }

    private static int[] joined(int[] one, int[] other) {
        return IntStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
    }

    private static List<Language> load() {
        Properties properties = new Properties();
        try (InputStream bytes = CommonWords.class.getResourceAsStream(RESOURCE);
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            properties.load(text);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + RESOURCE, e);
        }
        return properties.stringPropertyNames().stream()
                .sorted()
                .map(tag -> new Language(tag, List.of(properties.getProperty(tag).split(" "))))
                .toList();
    }
}
