package dev.pressline.testing.benchmarks.report;

import dev.pressline.testing.benchmarks.measure.Cost;

/**
 * One run of a contender whose result was right. Immutable.
 *
 * @param cold what its first documents cost
 * @param warm what the documents after them cost
 * @param fingerprint what identifies the bytes it made
 */
public record Run(Cost cold, Cost warm, String fingerprint) {}
