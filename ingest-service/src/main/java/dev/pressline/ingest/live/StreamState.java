package dev.pressline.ingest.live;

import dev.pressline.ingest.cursor.Missing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a live stream stands at one moment. Immutable.
 *
 * @param name what the configuration calls it
 * @param connected whether it is open
 * @param last when its last event was sent, in microseconds since 1970; 0 before the first
 * @param missing what it did not give and that is still to be asked for elsewhere
 */
public record StreamState(String name, boolean connected, long last, List<Missing> missing) {

    /** Takes a copy. */
    public StreamState {
        missing = List.copyOf(missing);
    }

    /** The same in words. */
    public String text() {
        String open = connected ? "connected" : "not connected";
        String event = last == 0 ? "" : ", last event of " + time(last);
        return open + event + missing.stream().map(StreamState::text).collect(Collectors.joining());
    }

    private static String text(Missing missing) {
        String since = missing.since() == 0 ? "" : " since " + time(missing.since());
        String what =
                missing.collections().isEmpty()
                        ? "everything"
                        : String.join(" ", missing.collections());
        return "; to be read anew: " + what + since + " (" + missing.why() + ')';
    }

    private static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).truncatedTo(ChronoUnit.SECONDS);
    }
}
