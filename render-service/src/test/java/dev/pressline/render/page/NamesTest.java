package dev.pressline.render.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Author;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    private static final Did ALICE = Did.parse("did:web:alice.example");
    private static final Optional<Handle> HANDLE = Optional.of(Handle.parse("alice.example"));

    private static String name(Optional<Handle> handle, Optional<String> displayName) {
        return Names.of(new Author(ALICE, handle, displayName, Optional.empty()));
    }

    @Test
    void author_isCalledByNameElseHandleElseDid() {
        assertThat(name(HANDLE, Optional.of("Alice"))).isEqualTo("Alice");
        assertThat(name(HANDLE, Optional.of("Al\u0000ice"))).doesNotContain("\u0000");
        assertThat(name(HANDLE, Optional.of(" "))).isEqualTo("alice.example");
        assertThat(name(HANDLE, Optional.empty())).isEqualTo("alice.example");
        assertThat(name(Optional.empty(), Optional.empty())).isEqualTo("did:web:alice.example");
    }

    @Test
    void document_isCalledByTitleElseSummary() {
        assertThat(Names.title(" A title ", Optional.of("a summary"))).isEqualTo("A title");
        assertThat(Names.title(" ", Optional.of(" a summary "))).isEqualTo("a summary");
        assertThat(Names.title("", Optional.of(" "))).isEqualTo("Untitled");
        assertThat(Names.title("", Optional.empty())).isEqualTo("Untitled");
    }

    @ParameterizedTest
    @CsvSource({
        "one two, 7, one two",
        "words up, 6, words…",
        "one twos, 7, one two…",
        "one two three, 8, one two…",
        "a bcdefghij, 8, a bcdefg…",
        "abcdefgh, 4, abcd…",
        "abc🇦🇶de, 5, abc…",
        "abc🇦🇶de, 7, abc🇦🇶…"
    })
    void beginning_isCutBetweenWordsElseBetweenGraphemes(String text, int longest, String cut) {
        assertThat(Names.beginning(text, longest)).isEqualTo(cut);
    }
}
