package dev.pressline.normalize.repair;

/**
 * The name of a rule in provenance and configuration, in kebab case, and the version of what it
 * does. Immutable.
 */
public record RuleName(String id, int version) {

    /** The first version of a rule. */
    static RuleName first(String id) {
        return new RuleName(id, 1);
    }
}
