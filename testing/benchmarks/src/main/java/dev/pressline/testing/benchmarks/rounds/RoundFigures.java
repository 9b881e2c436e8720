package dev.pressline.testing.benchmarks.rounds;

import dev.pressline.testing.benchmarks.report.Spread;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured in each round. Immutable.
 *
 * @param values by the name of the figure and the number of the round, in the order of measuring
 */
record RoundFigures(Map<String, Map<Integer, Double>> values) {

    /** A figure of all rounds; empty where none has it. */
    Optional<Spread> spread(String figure) {
        return spread(of(figure).values());
    }

    /** A figure by another, within each round that has both; empty where none has. */
    Optional<Spread> ratio(String figure, String by) {
        Map<Integer, Double> below = of(by);
        return spread(
                of(figure).entrySet().stream()
                        .filter(each -> below.containsKey(each.getKey()))
                        .map(each -> each.getValue() / below.getOrDefault(each.getKey(), 1.0))
                        .toList());
    }

    /** What stands between two parts in the names of figures, in their order. */
    List<String> between(String beginning, String end) {
        return values.keySet().stream()
                .filter(name -> name.length() > beginning.length() + end.length())
                .filter(name -> name.startsWith(beginning) && name.endsWith(end))
                .map(name -> name.substring(beginning.length(), name.length() - end.length()))
                .toList();
    }

    /** How many documents the archives had in which single ones were added, the fewest first. */
    List<String> archives() {
        return between("growth.", ".add.cpu-ms");
    }

    private Map<Integer, Double> of(String figure) {
        return values.getOrDefault(figure, Map.of());
    }

    private static Optional<Spread> spread(Collection<Double> measured) {
        return measured.isEmpty()
                ? Optional.empty()
                : Optional.of(new Spread(List.copyOf(measured)));
    }
}
