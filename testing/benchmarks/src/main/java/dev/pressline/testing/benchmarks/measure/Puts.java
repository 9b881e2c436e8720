package dev.pressline.testing.benchmarks.measure;

/**
 * What was put into the store. Immutable.
 *
 * @param count of objects
 * @param bytes of their bodies
 */
public record Puts(long count, long bytes) {

    /** What was put since an earlier count. */
    public Puts since(Puts before) {
        return new Puts(count - before.count, bytes - before.bytes);
    }
}
