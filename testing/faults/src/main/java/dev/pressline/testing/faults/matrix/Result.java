package dev.pressline.testing.faults.matrix;

import dev.pressline.testing.faults.oracle.Finding;
import java.util.List;

/**
 * How a run of a line went. Immutable.
 *
 * @param run what is kept of it
 * @param findings what does not stand as it must
 */
public record Result(Run run, List<Finding> findings) {

    /** Takes a copy. */
    public Result {
        findings = List.copyOf(findings);
    }
}
