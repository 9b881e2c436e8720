package dev.pressline.testing.faults.oracle;

/**
 * Which dead letter it is, however often it was written. Immutable.
 *
 * @param queue the topic where it lies
 * @param origin {@code partition@offset} of what was refused where the letter says so, else its key
 */
public record DeadLetterId(String queue, String origin) implements Comparable<DeadLetterId> {

    @Override
    public int compareTo(DeadLetterId other) {
        int order = queue.compareTo(other.queue);
        return order == 0 ? origin.compareTo(other.origin) : order;
    }

    @Override
    public String toString() {
        return queue + " " + origin;
    }
}
