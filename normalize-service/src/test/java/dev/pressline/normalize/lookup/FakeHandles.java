package dev.pressline.normalize.lookup;

import dev.pressline.contract.identifier.Did;
import java.util.concurrent.atomic.AtomicInteger;

/** A network that says of every handle what a test has it say. */
public final class FakeHandles implements HandlePort {

    /** What it says now. */
    public volatile HandleState answer = new HandleState.NotProven();

    /** How often it was asked. */
    public final AtomicInteger asked = new AtomicInteger();

    /** Says that no handle is proven. */
    public FakeHandles() {}

    @Override
    public HandleState look(Did did) {
        asked.incrementAndGet();
        return answer;
    }

    @Override
    public void forget(Did did) {
        // It remembers nothing.
    }
}
