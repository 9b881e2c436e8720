package dev.pressline.render.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.Origin;
import dev.pressline.kit.trace.Traces;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * The event that a document is printed for, as far as its job tells of it: so the press knows how
 * old what it prints is, and to which trace that belongs. Immutable.
 *
 * @param liveSince when its record was written, of a live event
 * @param trace its trace context, where it is traced
 * @param arrived when the index had it
 */
record Cause(Optional<Instant> liveSince, Optional<String> trace, Instant arrived) {

    /** What the headers of an event say that came at {@code millis} since 1970. */
    static Cause of(Headers headers, long millis) {
        return new Cause(
                EnvelopeHeaders.liveSince(headers),
                EnvelopeHeaders.trace(headers),
                Instant.ofEpochMilli(millis));
    }

    /** Whether there is anything to tell. */
    boolean isTold() {
        return liveSince.isPresent() || trace.isPresent();
    }

    /** The same with the index as a step of its trace, which ends at {@code now}. */
    Cause passed(Traces traces, Instant now) {
        return new Cause(
                liveSince,
                trace.map(context -> traces.past(IndexMetrics.STAGE, context, arrived, now)),
                arrived);
    }

    /** Tells of it in the headers of a job. */
    void addTo(Headers job) {
        liveSince.ifPresent(
                since -> {
                    EnvelopeHeaders.add(job, "ce_origin", Origin.LIVE.text());
                    EnvelopeHeaders.add(job, "ce_time", since.toString());
                });
        trace.ifPresent(context -> EnvelopeHeaders.add(job, EnvelopeHeaders.TRACE, context));
    }

    byte[] bytes() {
        List<String> lines =
                List.of(
                        liveSince.map(Instant::toString).orElse(""),
                        trace.orElse(""),
                        arrived.toString());
        return String.join("\n", lines).getBytes(UTF_8);
    }

    static Cause read(byte[] bytes) {
        List<String> lines = List.of(new String(bytes, UTF_8).split("\n", -1));
        return new Cause(
                Optional.of(lines.get(0)).filter(text -> !text.isEmpty()).map(Instant::parse),
                Optional.of(lines.get(1)).filter(text -> !text.isEmpty()),
                Instant.parse(lines.get(2)));
    }
}
