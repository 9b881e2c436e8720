package dev.pressline.testing.faults.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FlowTest {

    private static final int DOCUMENTS = 10_000;
    private static final Offset<Double> ABOUT = within(0.005);

    private static List<Offering> all(long seed) {
        Flow flow = new Flow(seed, DOCUMENTS);
        List<Offering> all = new ArrayList<>();
        List<Offering> next = flow.next(100);
        while (!next.isEmpty()) {
            all.addAll(next);
            next = flow.next(100);
        }
        return all;
    }

    private static List<String> lines(List<Offering> offerings) {
        return offerings.stream()
                .filter(Offering.Row.class::isInstance)
                .map(each -> new String(((Offering.Row) each).line(), UTF_8))
                .toList();
    }

    @Test
    void flow_ofOneSeed_isTheSameTwice() {
        // When
        List<String> first = lines(all(7));
        List<String> second = lines(all(7));

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(lines(all(8))).isNotEqualTo(first);
    }

    @Test
    void flow_ofManyDocuments_hasItsSharesOfUpdatesDeletesDuplicatesAndPoison() {
        // When
        List<Offering> all = all(1);

        // Then
        List<String> lines = lines(all);
        Set<String> distinct = new HashSet<>(lines);
        assertThat(share(lines, "version 1\"")).isCloseTo(1.01, ABOUT);
        assertThat(share(lines, "version 2\"")).isCloseTo(0.05, ABOUT);
        assertThat(share(lines, "\"record\":null")).isCloseTo(0.02, ABOUT);
        assertThat((lines.size() - distinct.size()) / (double) DOCUMENTS).isCloseTo(0.01, ABOUT);
        assertThat(poison(all) / (double) DOCUMENTS).isCloseTo(0.01, ABOUT);
    }

    private static double share(List<String> lines, String part) {
        return lines.stream().filter(line -> line.contains(part)).count() / (double) DOCUMENTS;
    }

    private static long poison(List<Offering> all) {
        return all.stream()
                .filter(each -> !(each instanceof Offering.Row))
                .filter(each -> !isAccount(each))
                .count();
    }

    private static boolean isAccount(Offering offering) {
        return offering instanceof Offering.OnTopic other
                && new String(other.value(), UTF_8).contains("\"active\":false");
    }
}
