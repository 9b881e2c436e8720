package dev.pressline.testing.endtoend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a query of Prometheus is made of, found without understanding it: {@code promtool}
 * says whether it is well-formed. Immutable.
 *
 * @param selectors what it asks for
 * @param groupings the labels that it groups or matches by
 */
record PromQl(List<Selector> selectors, Set<String> groupings) {

    private static final Pattern GROUPING =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTOR =
            Pattern.compile(
                    "(?<![\\w.:])([a-zA-Z_:][\\w:]*)\\s*(?:\\{([^}]*)}|(?!\\s*\\()(?![\\w:]))");
    private static final Pattern MATCHER =
            Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    /**
     * A metric that is asked for.
     *
     * @param metric its name
     * @param labels the labels that are compared
     * @param equal the values that some of them must have
     */
    record Selector(String metric, Set<String> labels, Map<String, String> equal) {}

    /** Those of a query. */
    static PromQl of(String query) {
        Set<String> groupings = new HashSet<>();
        Matcher grouping = GROUPING.matcher(query);
        while (grouping.find()) {
            for (String label : grouping.group(2).split(",")) {
                groupings.add(label.strip());
            }
        }
        groupings.remove("");
        String rest = GROUPING.matcher(RANGE.matcher(query).replaceAll("")).replaceAll(" ");
        return new PromQl(selectors(rest), groupings);
    }

    private static List<Selector> selectors(String query) {
        List<Selector> selectors = new ArrayList<>();
        Matcher selector = SELECTOR.matcher(query);
        while (selector.find()) {
            if (!WORDS.contains(selector.group(1))) {
                selectors.add(selector(selector.group(1), selector.group(2)));
            }
        }
        return selectors;
    }

    private static Selector selector(String metric, String matchers) {
        Set<String> labels = new HashSet<>();
        Map<String, String> equal = new HashMap<>();
        Matcher matcher = MATCHER.matcher(matchers == null ? "" : matchers);
        while (matcher.find()) {
            labels.add(matcher.group(1));
            if (matcher.group(2).equals("=")) {
                equal.put(matcher.group(1), matcher.group(3));
            }
        }
        return new Selector(metric, labels, equal);
    }
}
