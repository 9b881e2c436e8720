package dev.pressline.testing.manifests;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All rules, together. Stateless. */
final class Policy {

    /** Each by itself. */
    static final List<Rule> RULES =
            Stream.of(
                            PodRules.ALL,
                            ResourceRules.ALL,
                            RolloutRules.ALL,
                            ReferenceRules.ALL,
                            NetworkRules.ALL,
                            KafkaRules.ALL,
                            ScalingRules.ALL)
                    .flatMap(List::stream)
                    .toList();

    private Policy() {}

    /** What does not hold of an installation, by the names of the rules. */
    static Map<String, List<String>> faults(Manifests all) {
        Map<String, List<String>> faults = new TreeMap<>();
        for (Rule rule : RULES) {
            List<String> found = rule.faults().apply(all).toList();
            if (!found.isEmpty()) {
                faults.put(rule.name(), found);
            }
        }
        return faults;
    }
}
