package dev.pressline.ingest.live;

import dev.pressline.ingest.cursor.Missing;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * What one stream has missed: it stands in the stream's cursor until it was asked for elsewhere.
 * Used by one thread.
 */
final class MissingHistory {

    private final History history;
    private final StreamPlace place;
    private final StreamMetrics metrics;
    private Optional<Asked> asked = Optional.empty();

    private record Asked(Missing missing, Future<?> answer) {}

    MissingHistory(History history, StreamPlace place, StreamMetrics metrics) {
        this.history = history;
        this.place = place;
        this.metrics = metrics;
    }

    /** Asks for what is missing, one after the other; to be called again and again. */
    void turn() {
        if (asked.isPresent() && asked.get().answer().state() == Future.State.SUCCESS) {
            place.found(asked.get().missing());
            asked = Optional.empty();
        }
        if (asked.isEmpty() && place.isSaved() && !place.missing().isEmpty()) {
            Missing first = place.missing().getFirst();
            asked = Optional.of(new Asked(first, history.ask(first)));
        }
        metrics.missing(place.missing());
    }

    /** Asks no further; whoever reads the stream next begins again. */
    void stop() {
        asked.ifPresent(each -> each.answer().cancel(true));
    }
}
