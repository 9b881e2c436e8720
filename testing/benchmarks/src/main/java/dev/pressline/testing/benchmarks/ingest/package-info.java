/** What taking records in costs: rows, CAR files, signatures. */
@NullMarked
package dev.pressline.testing.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
