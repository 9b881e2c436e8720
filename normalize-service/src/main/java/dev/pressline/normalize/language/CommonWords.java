package dev.pressline.normalize.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The commonest words of the languages written in Latin letters. A language is named where its
 * words make up enough of a text, and clearly more than those of the next. Stateless.
 */
final class CommonWords {

    private static final String RESOURCE = "/languages/common-words.properties";
    private static final double MIN_SHARE = 0.1;
    private static final double MIN_LEAD = 1.15;
    private static final List<Language> LANGUAGES = load();

    /** A language and its commonest words. */
    private record Language(String tag, Set<String> words) {

        private Score score(List<String> text) {
            return new Score(tag, text.stream().filter(words::contains).count());
        }
    }

    /** How many words of a text are among the commonest of a language. */
    private record Score(String tag, long hits) {}

    private CommonWords() {}

    /** The language of a text in Latin letters, given its words in lower case. */
    static Optional<String> language(List<String> words) {
        List<Score> best =
                LANGUAGES.stream()
                        .map(language -> language.score(words))
                        .sorted(Comparator.comparingLong(Score::hits).reversed())
                        .limit(2)
                        .toList();
        Score first = best.get(0);
        boolean enough =
                first.hits > 1
                        && first.hits >= MIN_SHARE * words.size()
                        && first.hits >= MIN_LEAD * best.get(1).hits;
        return enough ? Optional.of(first.tag) : Optional.empty();
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
                .map(tag -> new Language(tag, Set.of(properties.getProperty(tag).split(" "))))
                .toList();
    }
}
