package dev.pressline.testing.manifests;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What must hold of an installation that no API server checks.
 *
 * @param name what bad samples call it
 * @param faults says where it does not hold
 */
record Rule(String name, Function<Manifests, Stream<String>> faults) {

    /** A rule about each workload by itself. */
    static Rule ofWorkloads(String name, Function<Workload, Stream<String>> faults) {
        return new Rule(
                name,
                all ->
                        all.workloads().stream()
                                .flatMap(
                                        each ->
                                                faults.apply(each)
                                                        .map(fault -> each.id() + ": " + fault)));
    }

    /** A fault where something does not hold. */
    static Stream<String> unless(boolean holds, String fault) {
        return holds ? Stream.empty() : Stream.of(fault);
    }
}
