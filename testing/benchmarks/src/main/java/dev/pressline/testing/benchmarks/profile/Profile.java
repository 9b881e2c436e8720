package dev.pressline.testing.benchmarks.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Stacks that were seen while a process worked, each as often as it was. Immutable by convention.
 *
 * @param stacks what was seen
 */
record Profile(List<Stack> stacks) {

    /** What is nobody's that is known. */
    static final String OTHER = "other";

    /**
     * A stack, from the thread inwards.
     *
     * @param thread its name
     * @param frames the methods, the innermost last
     * @param samples how often it was seen
     */
    record Stack(String thread, List<String> frames, long samples) {

        /**
         * Whose time it is: that of the innermost frame that is somebody's, so that a caller is
         * charged with what the JDK does for it.
         */
        String owner() {
            return frames.reversed().stream()
                    .flatMap(frame -> Owner.of(frame).stream())
                    .findFirst()
                    .map(Owner::title)
                    .orElse(OTHER);
        }

        /** The thread without what differs from one to the next of its kind. */
        String kind() {
            return thread.replaceAll("\\[|\\s*tid=\\d+]", "")
                    .replaceAll(" [|] ", " ")
                    .replaceAll("-[0-9a-f]{8}-[0-9a-f-]{27}|[-_#:]\\d+", "");
        }
    }

    /**
     * A part of the samples.
     *
     * @param name whose
     * @param of all, from 0 to 1
     */
    record Share(String name, double of) {}

    /** Reads the collapsed format: a stack a line, frames parted by semicolons, then the number. */
    static Profile ofCollapsed(Stream<String> lines) {
        return new Profile(lines.map(Profile::stack).toList());
    }

    private static Stack stack(String line) {
        int end = line.lastIndexOf(' ');
        List<String> frames = Arrays.asList(line.substring(0, end).split(";"));
        return new Stack(
                frames.getFirst(),
                List.copyOf(frames.subList(1, frames.size())),
                Long.parseLong(line.substring(end + 1)));
    }

    /** The shares of the owners of the code, the largest first. */
    List<Share> owners() {
        return shares(Stack::owner);
    }

    /** The shares of the kinds of threads, the largest first. */
    List<Share> threads() {
        return shares(Stack::kind);
    }

    /** Only the stacks of a kind of threads. */
    Profile ofThreads(String kind) {
        return new Profile(stacks.stream().filter(stack -> stack.kind().equals(kind)).toList());
    }

    private List<Share> shares(Function<Stack, String> name) {
        Map<String, Long> samples = new TreeMap<>();
        stacks.forEach(stack -> samples.merge(name.apply(stack), stack.samples(), Long::sum));
        double all = samples.values().stream().mapToLong(Long::longValue).sum();
        return samples.entrySet().stream()
                .map(each -> new Share(each.getKey(), each.getValue() / all))
                .sorted((a, b) -> Double.compare(b.of(), a.of()))
                .toList();
    }
}
