package dev.pressline.testing.faults.soak;

import dev.pressline.local.pipeline.Service;
import java.time.Duration;
import java.util.Map;

/**
 * What processes held at one moment. Immutable.
 *
 * @param at since the load began
 * @param documents how many were handed in
 * @param left records that some step has not finished; -1 when nobody says
 * @param residentBytes memory of each service that was running
 */
record Sample(Duration at, long documents, long left, Map<Service, Long> residentBytes) {

    /** Takes a copy. */
    Sample {
        residentBytes = Map.copyOf(residentBytes);
    }
}
