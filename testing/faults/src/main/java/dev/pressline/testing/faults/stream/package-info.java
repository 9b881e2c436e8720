/** Seeded input with updates, deletes, duplicates, what comes too late, and poison. Pure. */
@NullMarked
package dev.pressline.testing.faults.stream;

import org.jspecify.annotations.NullMarked;
