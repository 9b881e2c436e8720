package dev.pressline.render.press;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The order of work within a batch: pages before the archives and channels that name them, archives
 * before the channels that lead to them, and last what is removed or leads elsewhere.
 */
enum Phase {
    DOCUMENTS,
    ARCHIVES,
    CHANNELS,
    REMOVALS;

    private static final int TYPE_WITHIN = 40;

    /** What leads to all that is printed before. */
    private static final Set<String> LAST =
            Set.of(
                    "\"print-channel\"",
                    "\"print-directory\"",
                    "\"print-subscriptions\"",
                    "\"print-sitemap\"");

    /**
     * The phase of a job, by the type that its JSON begins with; what is unreadable comes first.
     */
    static Phase of(byte[] json) {
        String start =
                new String(json, 0, Math.min(json.length, TYPE_WITHIN), StandardCharsets.UTF_8);
        if (start.contains("\"remove-") || start.contains("\"move-")) {
            return REMOVALS;
        }
        if (LAST.stream().anyMatch(start::contains)) {
            return CHANNELS;
        }
        return start.contains("\"print-chapter\"") || start.contains("\"print-archive\"")
                ? ARCHIVES
                : DOCUMENTS;
    }
}
