package dev.pressline.testing.faults.matrix;

/** A way to break a pipeline under load. Returns with everything repaired that it broke. */
@FunctionalInterface
interface Fault {

    /**
     * Breaks it, and notes what happened. Throws {@link IllegalStateException} when the fault did
     * not happen, since then nothing was tested.
     */
    void inject(Scene scene);
}
