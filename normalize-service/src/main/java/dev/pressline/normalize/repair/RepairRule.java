package dev.pressline.normalize.repair;

/**
 * Knows one defect, repairs it where it is proved, and leaves everything else as it is. Stateless
 * and thread-safe; repairing twice changes nothing more.
 */
public interface RepairRule {

    /** What provenance calls it. */
    RuleName name();

    /** Repairs what it finds; never throws, whatever the record holds. */
    void repair(Draft draft);
}
