package dev.pressline.normalize.flood;

/** How far those are behind for whose sake floods are held back. */
@FunctionalInterface
interface Backlog {

    /**
     * How many records they have not finished of a partition. Throws {@link
     * dev.pressline.kit.failure.InfrastructureException} when the brokers do not answer.
     */
    long of(int partition);
}
