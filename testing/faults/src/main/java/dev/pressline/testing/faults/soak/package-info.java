/** A long load under kills: does it all stand in the end, and does memory stay flat? */
@org.jspecify.annotations.NullMarked
package dev.pressline.testing.faults.soak;
