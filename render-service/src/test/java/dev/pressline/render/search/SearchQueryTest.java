package dev.pressline.render.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.render.search.SearchQuery.Phrase;
import dev.pressline.render.search.SearchQuery.Tag;
import dev.pressline.render.search.SearchQuery.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

    @Test
    void parse_everyKindOfClause_isRead() {
        assertThat(
                        SearchQuery.parse(
                                        " flock  \"two dozen cities\" tag:privacy tag:\"new york\" -ice")
                                .clauses())
                .containsExactly(
                        new Word("flock", false),
                        new Phrase("two dozen cities", false),
                        new Tag("privacy", false),
                        new Tag("new york", false),
                        new Word("ice", true));
    }

    @Test
    void parse_aPhraseWithoutItsEnd_reachesToTheEnd() {
        assertThat(SearchQuery.parse("\"not closed yet").clauses())
                .containsExactly(new Phrase("not closed yet", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\"\"", "tag:", "-word", "-\"a b\" -tag:c"})
    void parse_whatAsksForNothing_isEmpty(String typed) {
        assertThat(SearchQuery.parse(typed).isEmpty()).isTrue();
    }

    @Test
    void parse_moreThanTheLimits_leavesTheRestOut() {
        assertThat(SearchQuery.parse("a ".repeat(1_000)).clauses()).hasSize(12);
        assertThat(SearchQuery.parse("x".repeat(10_000)).clauses())
                .containsExactly(new Word("x".repeat(200), false));
    }
}
