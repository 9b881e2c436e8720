package dev.pressline.kit.trace;

import dev.pressline.contract.event.EnvelopeHeaders;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * The traces of records from a source to the page: begun by ingest, which samples, and gone on with
 * by whoever reads an event with a trace context. A step ends when what came of it is durable, so a
 * crash leaves it out and whoever does it again tells of it. Thread-safe.
 */
public final class Traces {

    /** Those that nobody collects: every step is {@link Step#NONE}. */
    public static final Traces OFF = new Traces(Optional.empty());

    private static final Pattern CONTEXT =
            Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private final Optional<Tracer> tracer;

    private Traces(Optional<Tracer> tracer) {
        this.tracer = tracer;
    }

    /** Those that a tracer takes. */
    public static Traces of(Tracer tracer) {
        return new Traces(Optional.of(tracer));
    }

    /** Begins the trace of an event that a stage sends for the first time, if it is sampled. */
    public Step begin(String stage, ProducerRecord<String, byte[]> event) {
        return tracer.map(
                        each ->
                                new Step(
                                        each.spanBuilder(stage)
                                                .setNoParent()
                                                .setSpanKind(SpanKind.PRODUCER)
                                                .setAttribute("messaging.system", "kafka")
                                                .setAttribute(
                                                        "messaging.destination.name", event.topic())
                                                .setAttribute(
                                                        "messaging.kafka.message.key", event.key())
                                                .startSpan()))
                .filter(Step::isTraced)
                .orElse(Step.NONE);
    }

    /** Goes on with the trace of a record that a stage has read, if it has one. */
    public Step goOn(String stage, ConsumerRecord<String, byte[]> input) {
        if (tracer.isEmpty()) {
            return Step.NONE;
        }
        return EnvelopeHeaders.trace(input.headers())
                .flatMap(context -> child(stage, context))
                .map(
                        span ->
                                span.setAttribute("messaging.system", "kafka")
                                        .setAttribute("messaging.destination.name", input.topic())
                                        .setAttribute(
                                                "messaging.destination.partition.id",
                                                Integer.toString(input.partition()))
                                        .setAttribute("messaging.kafka.offset", input.offset())
                                        .setAttribute(
                                                "messaging.kafka.message.key",
                                                String.valueOf(input.key()))
                                        .startSpan())
                .map(Step::new)
                .orElse(Step.NONE);
    }

    /**
     * A step between two moments, of a stage that keeps no step open: returns the trace context of
     * what comes of it, or that which it was given where nobody collects.
     */
    public String past(String stage, String context, Instant begun, Instant ended) {
        return child(stage, context)
                .map(span -> span.setStartTimestamp(begun).startSpan())
                .map(
                        span -> {
                            String here = new Step(span).context().orElse(context);
                            span.end(ended);
                            return here;
                        })
                .orElse(context);
    }

    /** What follows a sampled context; what is not sampled is not told of. */
    private Optional<SpanBuilder> child(String stage, String context) {
        return tracer.flatMap(
                each ->
                        sampled(context)
                                .map(
                                        parent ->
                                                each.spanBuilder(stage)
                                                        .setParent(
                                                                Context.root()
                                                                        .with(Span.wrap(parent)))
                                                        .setSpanKind(SpanKind.CONSUMER)));
    }

    /** Where a record is in its trace; empty when it is not sampled. */
    static Optional<SpanContext> sampled(Headers record) {
        return EnvelopeHeaders.trace(record).flatMap(Traces::sampled);
    }

    private static Optional<SpanContext> sampled(String context) {
        Matcher parts = CONTEXT.matcher(context);
        return parts.matches()
                ? Optional.of(
                                SpanContext.createFromRemoteParent(
                                        parts.group(1),
                                        parts.group(2),
                                        TraceFlags.fromHex(parts.group(3), 0),
                                        TraceState.getDefault()))
                        .filter(parent -> parent.isValid() && parent.isSampled())
                : Optional.empty();
    }
}
