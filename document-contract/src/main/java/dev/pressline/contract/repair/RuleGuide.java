package dev.pressline.contract.repair;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of repair in words: what each defect is, and what to do about it at the source. Read
 * from {@code pressline/repair-rules.json}. Stateless and thread-safe.
 */
public final class RuleGuide {

    private static final String RESOURCE = "/pressline/repair-rules.json";
    private static final Map<String, Entry> ENTRIES = read();

    private RuleGuide() {}

    /**
     * One rule in words.
     *
     * @param what what the defect is, a sentence
     * @param fix what to do at the source, a sentence
     */
    public record Entry(String what, String fix) {}

    /** A rule in words; for one that a newer version made, what its name says. */
    public static Entry of(String rule) {
        return Optional.ofNullable(ENTRIES.get(rule))
                .orElseGet(
                        () ->
                                new Entry(
                                        rule.replace('-', ' '),
                                        "See the description of the rule in the version that wrote"
                                                + " it."));
    }

    /** The names of all rules that are described. */
    public static Set<String> rules() {
        return ENTRIES.keySet();
    }

    private static Map<String, Entry> read() {
        try (InputStream json = RuleGuide.class.getResourceAsStream(RESOURCE)) {
            if (json == null) {
                throw new IllegalStateException("the jar lacks " + RESOURCE);
            }
            return Map.copyOf(
                    ContractJson.mapper()
                            .readValue(json, new TypeReference<Map<String, Entry>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
