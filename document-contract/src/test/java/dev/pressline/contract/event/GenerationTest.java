package dev.pressline.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pressline.contract.identifier.InvalidIdentifierException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationTest {

    private static final Generation B = Generation.parse("b");

    @ParameterizedTest
    @ValueSource(strings = {"", "B", "a-b", "a.b", "ü", "../x", " b", "abcdefghijklmnopq"})
    void parse_whatIsNoName_saysSo(String text) {
        assertThatExceptionOfType(InvalidIdentifierException.class)
                .isThrownBy(() -> Generation.parse(text))
                .withMessageContaining("generation");
    }

    @Test
    void names_ofTheFirst_areThePlainOnes() {
        assertThat(Generation.parse("first")).isEqualTo(Generation.FIRST);
        assertThat(Generation.FIRST.group("normalize")).isEqualTo("normalize");
        assertThat(Generation.FIRST.bucket("pressline-site")).isEqualTo("pressline-site");
        assertThat(Generation.FIRST.topic(Topics.JOBS)).isEqualTo("pressline.jobs.v1");
        assertThat(Generation.FIRST.topics())
                .isSubsetOf(both(Topics.COMPACTED, Topics.DEAD_LETTERS));
    }

    @Test
    void names_ofAnother_endInItsName() {
        assertThat(B.group("render-index")).isEqualTo("render-index.b");
        assertThat(B.bucket("pressline-site")).isEqualTo("pressline-site-b");
        assertThat(B.topic(Topics.JOBS)).isEqualTo("pressline.jobs.v1.b");
        assertThat(B.topic(Topics.deadLetters(Topics.RAW, "normalize")))
                .isEqualTo("pressline.raw.v1.normalize.b.dlq");
        assertThat(B.topic(Topics.deadLetters(Topics.JOBS, "render-press")))
                .isEqualTo("pressline.jobs.v1.b.render-press.b.dlq");
        assertThat(B.groups()).containsExactly("normalize.b", "render-index.b", "render-press.b");
    }

    @Test
    void topics_beforeAllGenerations_keepTheirNames() {
        Set<String> shared = both(Topics.COMPACTED, Topics.DEAD_LETTERS);
        shared.removeAll(Generation.FIRST.topics());

        assertThat(shared)
                .containsExactlyInAnyOrder(
                        Topics.RAW,
                        Topics.CURSORS,
                        Topics.REPOS,
                        Topics.HANDLED,
                        Topics.deadLetters(Topics.RAW, "ingest"));
        assertThat(shared).allMatch(topic -> B.topic(topic).equals(topic));
    }

    @Test
    void topics_ofTwoGenerations_haveNoneInCommon() {
        assertThat(B.topics())
                .hasSameSizeAs(Generation.FIRST.topics())
                .doesNotContainAnyElementsOf(Generation.FIRST.topics())
                .doesNotContainAnyElementsOf(Generation.parse("c").topics());
    }

    private static Set<String> both(List<String> some, List<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
