package dev.pressline.render.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How much each task of the index has begun and not finished. Thread-safe. */
final class PendingWork {

    private final Map<String, Integer> byTask = new ConcurrentHashMap<>();

    void set(String task, int pending) {
        byTask.put(task, pending);
    }

    void forget(String task) {
        byTask.remove(task);
    }

    /** The sum over all tasks. */
    int total() {
        return byTask.values().stream().mapToInt(Integer::intValue).sum();
    }
}
