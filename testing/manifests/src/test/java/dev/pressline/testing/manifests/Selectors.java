package dev.pressline.testing.manifests;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.List;
import java.util.Map;

/** What selectors select, as Kubernetes does it. Stateless. */
final class Selectors {

    private Selectors() {}

    /** Whether labels hold all that is asked for; an empty selector selects everything. */
    static boolean matches(LabelSelector selector, Map<String, String> labels) {
        return matches(selector.getMatchLabels(), labels)
                && selector.getMatchExpressions().stream().allMatch(each -> matches(each, labels));
    }

    /** Whether labels hold these. */
    static boolean matches(Map<String, String> wanted, Map<String, String> labels) {
        return wanted == null
                || wanted.entrySet().stream()
                        .allMatch(each -> each.getValue().equals(labels.get(each.getKey())));
    }

    private static boolean matches(LabelSelectorRequirement each, Map<String, String> labels) {
        List<String> values = each.getValues();
        String value = labels.get(each.getKey());
        return switch (each.getOperator()) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> throw new BadManifestException("operator", each.getOperator());
        };
    }
}
