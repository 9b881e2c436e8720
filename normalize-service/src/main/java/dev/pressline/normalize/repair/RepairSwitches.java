package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which repairs are made: those of every rule that is not switched off, inferred ones only if these
 * are not switched off as a whole. Immutable.
 *
 * @param inferred whether inferred repairs are made at all
 * @param off the ids of rules that make no repair
 */
public record RepairSwitches(boolean inferred, Set<String> off) {

    /** Everything is repaired. */
    public static final RepairSwitches ALL = new RepairSwitches(true, Set.of());

    /** Only what is certain is repaired. */
    public static final RepairSwitches CERTAIN_ONLY = new RepairSwitches(false, Set.of());

    /** Keeps its own copy of the ids. */
    public RepairSwitches {
        off = Set.copyOf(off);
    }

    /**
     * The switches of a configuration.
     *
     * @throws IllegalArgumentException if an id is that of no rule, or of the rule without which
     *     nothing could be written
     */
    public static RepairSwitches of(boolean inferred, Set<String> off) {
        Set<String> unknown = new TreeSet<>(off);
        RepairRules.names().forEach(rule -> unknown.remove(rule.id()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "pressline.normalize.disabled-rules: no such rule: "
                            + String.join(", ", unknown));
        }
        if (off.contains(UnsafeCharacters.NAME.id())) {
            throw new IllegalArgumentException(
                    "pressline.normalize.disabled-rules: cannot be switched off, since no feed can"
                            + " carry such characters: "
                            + UnsafeCharacters.NAME.id());
        }
        return new RepairSwitches(inferred, off);
    }

    /** Whether a rule may make a repair of this certainty. */
    public boolean allow(RuleName rule, Certainty certainty) {
        return switch (certainty) {
            case CERTAIN -> !off.contains(rule.id());
            case INFERRED -> inferred && !off.contains(rule.id());
        };
    }
}
