package dev.pressline.testing.endtoend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What services show of themselves at one moment, in the text format of Prometheus 0.0.4.
 * Immutable.
 */
record Scrape(List<Sample> samples, Map<String, String> helps, Map<String, String> types) {

    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)(?: .*)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** One value, by its name and labels. */
    record Sample(String name, Map<String, String> labels, double value) {}

    /** All of some texts. */
    static Scrape of(Collection<String> texts) {
        List<Sample> samples = new ArrayList<>();
        Map<String, String> helps = new HashMap<>();
        Map<String, String> types = new HashMap<>();
        for (String line : texts.stream().flatMap(String::lines).toList()) {
            String[] words = line.split(" ", 4);
            if (line.startsWith("# HELP ")) {
                helps.put(words[2], words.length > 3 ? words[3].strip() : "");
            } else if (line.startsWith("# TYPE ")) {
                types.put(words[2], words[3].strip());
            } else if (!line.isBlank()) {
                samples.add(sample(line));
            }
        }
        return new Scrape(samples, helps, types);
    }

    private static Sample sample(String line) {
        Matcher sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
            throw new IllegalArgumentException("no sample: " + line);
        }
        Map<String, String> labels = new HashMap<>();
        if (sample.group(2) != null) {
            Matcher label = LABEL.matcher(sample.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
        }
        return new Sample(sample.group(1), labels, number(sample.group(3)));
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** Those of one name. */
    List<Sample> named(String name) {
        return samples.stream().filter(each -> each.name().equals(name)).toList();
    }

    /** The sum of those of one name that have this label. */
    double sum(String name, String label, String value) {
        return named(name).stream()
                .filter(each -> value.equals(each.labels().get(label)))
                .mapToDouble(Sample::value)
                .sum();
    }

    /** The names of all labels of a metric. */
    Set<String> labels(String name) {
        return named(name).stream()
                .flatMap(each -> each.labels().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** The metrics of ours by the names that have a type. */
    Set<String> families(Predicate<String> wanted) {
        return types.keySet().stream().filter(wanted).collect(Collectors.toSet());
    }
}
