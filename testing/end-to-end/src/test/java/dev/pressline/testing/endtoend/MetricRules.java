package dev.pressline.testing.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How metrics of ours are named: with a help, in base units, with labels from a closed set, so that
 * nothing from outside ever makes a series. Stateless.
 */
final class MetricRules {

    private static final String OURS = "pressline_";
    private static final Set<String> LABELS =
            Set.of(
                    "stage",
                    "outcome",
                    "class",
                    "reason",
                    "operation",
                    "source",
                    "client",
                    "generation",
                    "application",
                    "version",
                    "java",
                    "le");
    private static final Pattern OTHER_UNIT =
            Pattern.compile(
                    ".*_(ns|ms|millis|milliseconds|minutes|hours|days|kb|mb|kilobytes|percent)(_.*)?");
    private static final Pattern VALUE = Pattern.compile("[a-zA-Z0-9._+-]*");

    private MetricRules() {}

    /** What breaks them in a scrape, in words. */
    static List<String> broken(Scrape scrape) {
        List<String> broken = new ArrayList<>();
        for (String name : scrape.families(each -> each.startsWith(OURS))) {
            if (scrape.helps().getOrDefault(name, "").isEmpty()) {
                broken.add(name + " has no help");
            }
            if (OTHER_UNIT.matcher(name).matches()) {
                broken.add(name + " is not in a base unit");
            }
            if ("counter".equals(scrape.types().get(name)) != name.endsWith("_total")) {
                broken.add(name + " is a " + scrape.types().get(name));
            }
        }
        scrape.samples().stream()
                .filter(each -> each.name().startsWith(OURS))
                .forEach(each -> broken.addAll(broken(each)));
        return broken;
    }

    private static List<String> broken(Scrape.Sample sample) {
        List<String> broken = new ArrayList<>();
        if (Double.isNaN(sample.value())) {
            broken.add(sample.name() + " has no value");
        }
        sample.labels()
                .forEach(
                        (label, value) -> {
                            if (!LABELS.contains(label) || !VALUE.matcher(value).matches()) {
                                broken.add(sample.name() + " has " + label + '=' + value);
                            }
                        });
        return broken;
    }
}
