package dev.pressline.kit.trace;

import dev.pressline.contract.event.EnvelopeHeaders;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * What one stage does for one record, as a part of its trace; nothing at all where the record is
 * not traced. Thread-safe.
 */
public final class Step {

    /** The step of a record that is not traced. */
    public static final Step NONE = new Step(Span.getInvalid());

    private final Span span;

    Step(Span span) {
        this.span = span;
    }

    /** Whether the record is traced. */
    public boolean isTraced() {
        return span.isRecording();
    }

    /** The id of the trace; empty where there is none. */
    public Optional<String> traceId() {
        return isTraced() ? Optional.of(span.getSpanContext().getTraceId()) : Optional.empty();
    }

    /** The trace context of what comes of this step, as W3C Trace Context writes it. */
    public Optional<String> context() {
        SpanContext here = span.getSpanContext();
        return isTraced()
                ? Optional.of(
                        "00-"
                                + here.getTraceId()
                                + '-'
                                + here.getSpanId()
                                + '-'
                                + here.getTraceFlags().asHex())
                : Optional.empty();
    }

    /** Tells those who read an event that it came of this step. */
    public void passOn(Headers event) {
        context()
                .ifPresent(
                        context -> {
                            event.remove(EnvelopeHeaders.TRACE);
                            EnvelopeHeaders.add(event, EnvelopeHeaders.TRACE, context);
                        });
    }

    /** The record can never succeed, for this reason. */
    public void rejected(String reason) {
        span.setStatus(StatusCode.ERROR, reason);
    }

    /** Everything that came of the record is durable. */
    public void done() {
        span.end();
    }
}
