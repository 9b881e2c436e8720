package dev.pressline.local.cli;

import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.local.watch.Snapshot;
import dev.pressline.local.watch.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How far a generation is, as people read it. Stateless. */
final class GenerationText {

    private GenerationText() {}

    /** What stands above it where there are several. */
    static String title(Generation generation, Generation served) {
        String sign = generation.equals(served) ? ", which readers get" : "";
        return "generation " + generation + sign;
    }

    /**
     * What its topics hold and how far its steps are; topics that all share stand with the first.
     */
    static List<String> lines(Generation generation, Snapshot now) {
        List<String> lines = new ArrayList<>();
        Stream.of(Topics.COMPACTED, Topics.DEAD_LETTERS)
                .flatMap(List::stream)
                .filter(topic -> isShown(generation, topic))
                .forEach(topic -> lines.add(count(generation.topic(topic), now.written(topic))));
        lines.add("");
        for (Step step : Step.values()) {
            lines.add(left(generation.group(step.group()), now.lags().getOrDefault(step, 0L)));
        }
        return lines;
    }

    private static boolean isShown(Generation generation, String topic) {
        return generation.isFirst() || !generation.topic(topic).equals(topic);
    }

    private static String count(String topic, long written) {
        return String.format("  %-40s %12s", topic, Texts.count(written));
    }

    private static String left(String group, long records) {
        String text = records == 0 ? "up to date" : Texts.count(records) + " behind";
        return String.format("  %-14s %s", group, text);
    }
}
