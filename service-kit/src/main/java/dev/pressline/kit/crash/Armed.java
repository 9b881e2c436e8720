package dev.pressline.kit.crash;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A crash point that ends the process when it is reached for the {@code time}th time. Thread-safe.
 */
record Armed(CrashPoint point, int time, AtomicInteger reached, Runnable end) {

    /** The point that is armed in this process; empty in production. */
    static final Optional<Armed> HERE =
            Optional.ofNullable(System.getProperty(CrashPoint.PROPERTY))
                    .map(
                            text ->
                                    parse(
                                            text,
                                            () -> Runtime.getRuntime().halt(CrashPoint.EXIT_CODE)));

    /** Reads the property; throws {@link IllegalArgumentException} for a point that is none. */
    static Armed parse(String text, Runnable end) {
        String[] pointAndTime = text.split(":", 2);
        CrashPoint point =
                CrashPoint.of(pointAndTime[0])
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                CrashPoint.PROPERTY + ": no such point: " + text));
        int time = pointAndTime.length == 1 ? 1 : Integer.parseInt(pointAndTime[1]);
        return new Armed(point, time, new AtomicInteger(), end);
    }

    void reached(CrashPoint here) {
        if (here == point && reached.incrementAndGet() == time) {
            end.run();
        }
    }
}
