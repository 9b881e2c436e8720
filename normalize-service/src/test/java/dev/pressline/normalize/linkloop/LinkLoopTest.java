package dev.pressline.normalize.linkloop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.normalize.linkloop.LinkLoop.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The loop against what it was measured to leave. */
class LinkLoopTest {

    static Stream<Arguments> measured() {
        return Stream.of(
                row(
                        "[b](bad url) c [d](http://u) e [f](http://u)",
                        "b](bad url) c d e [f",
                        "b](bad url) c [d",
                        "d e [f"),
                row(
                        "see [1] and [foo](http://u) [bar](http://u)",
                        "see 1] and foo [bar",
                        "1] and [foo",
                        "foo [bar"),
                row("[b](bad url) c", "[b](bad url) c"),
                row("[m](mailto:x) [](http://u)", "m "),
                row("[ba](r](http://u)", "ba"),
                row("[a](http://u \"a title\") [b](http://v)", "a b", "a", "b"),
                row("[a](http://u\\)v) b", "a b", "a"),
                row("[a\nb](http://u)", "[a\nb](http://u)"),
                row("no links [1] (2) at all", "no links [1] (2) at all"));
    }

    private static Arguments row(String source, String text, String... tags) {
        return Arguments.of(source, text, List.of(tags));
    }

    @ParameterizedTest
    @MethodSource("measured")
    void loop_ofSource_leavesTextAndTags(String source, String text, List<String> tags) {
        assertThat(LinkLoop.run(source, 1_000_000)).contains(new Outcome(tags, text));
    }

    @Test
    void loop_beyondItsSteps_givesNothing() {
        assertThat(LinkLoop.run("[a](http://u)".repeat(100), 1_000)).isEmpty();
    }

    @Test
    void loop_ofHundredThousandBrackets_ends() {
        for (String hostile : List.of("[", "](", "[](", "[](x", "[](x \"", "[x](", "]")) {
            String text = hostile.repeat(100_000 / hostile.length());

            assertThat(LinkLoop.run(text, 20_000_000)).isPresent();
        }
    }
}
