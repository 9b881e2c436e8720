package dev.pressline.render.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.render.page.ListingEntry;
import dev.pressline.render.page.SearchHit;
import dev.pressline.render.page.SearchPage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The index on a real directory. */
class SearchIndexTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir Path directory;
    private SearchIndex index;

    @BeforeEach
    void open() {
        index = SearchIndex.open(directory, NOW);
        put(
                "flock",
                "Flock cameras watch Austin",
                "Cities like Zürich said no. Nobody asked.",
                "Privacy");
        put(
                "press",
                "The printing press",
                "Ink, paper and 印刷の歴史. It’s about flock wallpaper too.",
                "history");
        put("thai", "ภาษาไทย", "ประวัติศาสตร์การพิมพ์", "New York");
        index.refresh();
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flock | flock, press",
                "FLOCK cameras | flock",
                "zurich | flock",
                "privacy | flock",
                "tag:privacy | flock",
                "tag:PRIVACY | flock",
                "tag:\"new york\" | thai",
                "\"said no\" | flock",
                "\"no said\" |",
                "flock -wallpaper | flock",
                "flock -tag:privacy | press",
                "歴史 | press",
                "it's | press",
                "nowhere |",
            })
    void search_asReadersType_findsWhatTheyMean(String query, String expected) {
        List<String> found = keys(index.search(query, 1));
        assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected.split(", ")));
    }

    @Test
    void search_wordsInTheText_showsTheirSentence() {
        // When
        SearchHit hit = index.search("zurich", 1).hits().getFirst();

        // Then
        assertThat(hit.excerpt())
                .contains(new SearchHit.Part("Zürich", true))
                .first()
                .isEqualTo(new SearchHit.Part("Cities like ", false));
    }

    @Test
    void search_wordsInTheTitleOnly_showsNoSentence() {
        assertThat(index.search("austin", 1).hits().getFirst().excerpt()).isEmpty();
    }

    @Test
    void put_again_replacesAndRemoveRemoves() {
        // When
        put("flock", "Another title", "Other words", "other");
        index.remove(uri("press"));
        index.refresh();

        // Then
        assertThat(index.search("flock", 1).hits()).isEmpty();
        assertThat(keys(index.search("another", 1))).containsExactly("flock");
        assertThat(index.size()).isEqualTo(2);
        assertThat(index.sha256(uri("flock"))).contains("sha-Another title");
        assertThat(index.sha256(uri("press"))).isEmpty();
    }

    @Test
    void search_manyFound_isPaged() {
        // Given
        for (int i = 0; i < 45; i++) {
            put("many" + i, "Abundance", "text", "tag");
        }
        index.refresh();

        // When
        SearchPage last = index.search("abundance", 3);

        // Then
        assertThat(last.found()).isEqualTo(45);
        assertThat(last.exact()).isTrue();
        assertThat(last.hits()).hasSize(5);
        assertThat(index.search("abundance", 4).hits()).isEmpty();
    }

    @Test
    void open_whatWasSavedLately_hasItStill() {
        // Given
        index.save(NOW);
        index.close();

        // When
        index = SearchIndex.open(directory, NOW.minusSeconds(1));

        // Then
        assertThat(index.size()).isEqualTo(3);
    }

    @Test
    void open_whatWasSavedTooLongAgo_isEmpty() {
        // Given
        index.save(NOW);
        index.close();

        // When
        index = SearchIndex.open(directory, NOW.plusSeconds(1));

        // Then
        assertThat(index.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "a AND (", "[x TO y]", "title:x~", "\\", "\ud800", "-", "\"", "tag:\""})
    void search_whatLooksLikeSyntax_isJustText(String query) {
        assertThat(index.search(query, 1).query()).isEqualTo(query);
    }

    @Test
    void search_anyCharacters_neverFails() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String query =
                    random.ints(1 + random.nextInt(40), 0, 0x3000)
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining());
            assertThat(index.search(query, 1).found()).isGreaterThanOrEqualTo(0);
        }
    }

    private void put(String rkey, String title, String text, String tag) {
        index.put(
                new ListingEntry(
                        uri(rkey),
                        title,
                        Optional.of("Summary"),
                        Optional.of(NOW),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(tag),
                        1,
                        Optional.empty()),
                "sha-" + title,
                text);
    }

    private static AtUri uri(String rkey) {
        return AtUri.parse("at://did:web:alice.example/site.standard.document/" + rkey);
    }

    private static List<String> keys(SearchPage page) {
        return page.hits().stream().map(hit -> hit.entry().uri().rkey().value()).sorted().toList();
    }
}
