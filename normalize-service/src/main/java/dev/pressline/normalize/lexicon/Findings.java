package dev.pressline.normalize.lexicon;

import dev.pressline.contract.document.Violation;
import java.util.ArrayList;
import java.util.List;

/** The violations found so far, up to a number. Mutable. */
final class Findings {

    private final int most;
    private final List<Violation> found = new ArrayList<>();

    Findings(int most) {
        this.most = most;
    }

    void add(Place place, String constraint, String message) {
        if (!isFull()) {
            found.add(new Violation(place.pointer(), constraint, message));
        }
    }

    boolean isFull() {
        return found.size() >= most;
    }

    List<Violation> list() {
        return List.copyOf(found);
    }
}
