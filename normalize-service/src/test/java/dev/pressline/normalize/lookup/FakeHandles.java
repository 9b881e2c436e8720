package dev.pressline.normalize.lookup;

import dev.pressline.contract.identifier.Did;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A network that says of every handle what a test has it say. */
public final class FakeHandles implements HandlePort {

    /** What it says now. */
    public volatile HandleState answer = new HandleState.NotProven();

    /** What it says of single accounts instead. */
    public final Map<Did, HandleState> answers = new ConcurrentHashMap<>();

    /** How often it was asked. */
    public final AtomicInteger asked = new AtomicInteger();

    /** Says that no handle is proven. */
    public FakeHandles() {}

    @Override
    public HandleState look(Did did) {
        asked.incrementAndGet();
        return answers.getOrDefault(did, answer);
    }

    @Override
    public void forget(Did did) {
        // It remembers nothing.
    }
}
