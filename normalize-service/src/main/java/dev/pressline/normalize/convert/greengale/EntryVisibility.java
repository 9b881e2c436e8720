package dev.pressline.normalize.convert.greengale;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.normalize.convert.source.Fields;
import java.util.Set;

/**
 * Who may see an entry of GreenGale or WhiteWind, by its {@code visibility} and {@code isDraft}. A
 * value nobody knows never widens access. Stateless.
 */
public final class EntryVisibility {

    private static final Set<String> SHOWN = Set.of("public", "url");

    private EntryVisibility() {}

    /** Whether anybody who has the address may read it. */
    public static boolean isShown(JsonNode entry) {
        return (isAbsent(entry) || SHOWN.contains(visibility(entry))) && !isDraft(entry);
    }

    /** Whether it may stand in lists and feeds. */
    public static boolean isListed(JsonNode entry) {
        return (isAbsent(entry) || visibility(entry).equals("public")) && !isDraft(entry);
    }

    private static boolean isAbsent(JsonNode entry) {
        return entry.path("visibility").isMissingNode();
    }

    private static String visibility(JsonNode entry) {
        return entry.path("visibility").asText();
    }

    /** A draft says so; what is neither true nor false nor absent is taken for one. */
    private static boolean isDraft(JsonNode entry) {
        return entry.has("isDraft") && Fields.flag(entry, "isDraft").orElse(true);
    }
}
