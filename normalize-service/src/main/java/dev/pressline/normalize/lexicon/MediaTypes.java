package dev.pressline.normalize.lexicon;

import java.util.List;

/** Media types as lexicons accept them. Stateless. */
final class MediaTypes {

    private MediaTypes() {}

    /**
     * Whether one of the patterns, such as {@code image/*}, accepts a type; no pattern accepts all.
     */
    static boolean accepts(List<String> patterns, String type) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> accepts(pattern, type));
    }

    private static boolean accepts(String pattern, String type) {
        if (pattern.equals("*/*") || pattern.equals("*")) {
            return true;
        }
        return pattern.endsWith("/*")
                ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                : type.equals(pattern);
    }
}
