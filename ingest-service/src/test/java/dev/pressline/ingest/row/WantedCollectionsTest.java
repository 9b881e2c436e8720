package dev.pressline.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Nsid;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedCollectionsTest {

    @ParameterizedTest
    @CsvSource({
        "site.standard.*, site.standard.document, true",
        "site.standard.*, site.standard.graph.subscription, true",
        "site.standard.*, site.standardly.document, false",
        "site.standard.*, site.other.document, false",
        "a.b.c, a.b.c, true",
        "a.b.c, a.b.cd, false",
        "a.b.c, a.b.c.d, false"
    })
    void collection_matchesAtSegmentBoundaries(String pattern, String collection, boolean wanted) {
        assertThat(new WantedCollections(List.of(pattern)).contains(Nsid.parse(collection)))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "site.*", "site.standard*", "no nsid"})
    void pattern_thatIsNone_isRefused(String pattern) {
        assertThatThrownBy(() -> new WantedCollections(List.of(pattern)))
                .isInstanceOf(InvalidIdentifierException.class);
    }

    @Test
    void hash_dependsOnWhatIsWantedAndNotOnItsOrder() {
        assertThat(new WantedCollections(List.of("a.b.c", "a.b.d")).hash())
                .isEqualTo(new WantedCollections(List.of("a.b.d", " a.b.c")).hash())
                .isNotEqualTo(new WantedCollections(List.of("a.b.c")).hash());
    }

    @Test
    void patterns_thatOthersDoNotCover_areBeyondThem() {
        WantedCollections wanted =
                new WantedCollections(List.of("site.standard.*", "a.b.c", "x.y.z.*"));

        assertThat(wanted.beyond(List.of())).isEqualTo(wanted.patterns());
        assertThat(wanted.beyond(List.of("site.standard.document", "a.b.*", "x.y.*")))
                .isEqualTo(List.of("site.standard.*"));
        assertThat(wanted.beyond(wanted.patterns())).isEmpty();
    }
}
