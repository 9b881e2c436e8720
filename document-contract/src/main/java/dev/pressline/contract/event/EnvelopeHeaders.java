package dev.pressline.contract.event;

import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Tid;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Writes and reads an {@link Envelope} as Kafka headers, CloudEvents binary mode. Stateless. */
public final class EnvelopeHeaders {

    /** Names the object that holds a value too large for the topic. */
    public static final String VALUE_REFERENCE = "pressline_ref";

    /** Says to which trace an event belongs, as W3C Trace Context does. */
    public static final String TRACE = "traceparent";

    private static final int MAX_SOURCE_LENGTH = 2_048;
    private static final int MAX_TRACE_LENGTH = 128;

    private EnvelopeHeaders() {}

    /**
     * The headers of an event that is about no record and no account.
     *
     * @param type the kind of event
     * @param source who made it, a URI reference
     * @param id the same for every delivery of the same event, different for every other of the
     *     source
     * @param subject what it is about, the key
     */
    public static Headers write(EventType type, String source, String id, String subject) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", id);
        add(headers, "ce_source", source);
        add(headers, "ce_type", type.text());
        add(headers, "ce_subject", subject);
        add(headers, "ce_dataschema", type.dataSchema());
        add(headers, "content-type", "application/json");
        return headers;
    }

    /** The headers of an event about a record or an account. */
    public static Headers write(Envelope envelope) {
        Headers headers =
                write(envelope.type(), envelope.source(), envelope.id(), envelope.key().text());
        add(headers, "ce_rev", envelope.rev().value());
        add(headers, "ce_op", envelope.operation().text());
        add(headers, "ce_origin", envelope.origin().text());
        add(headers, "ce_verified", envelope.verification().text());
        envelope.time().ifPresent(time -> add(headers, "ce_time", time.toString()));
        envelope.cid().ifPresent(cid -> add(headers, "ce_cid", cid.value()));
        envelope.traceparent().ifPresent(trace -> add(headers, TRACE, trace));
        return headers;
    }

    /**
     * Reads the headers of a record with this key and, for a null value, as a delete. Only {@code
     * ce_rev} is needed; everything else has a default. Throws {@link InvalidEnvelopeException}
     * naming the header.
     */
    public static Envelope read(String key, Headers headers, boolean hasValue) {
        return new Envelope(
                text(headers, "ce_type").flatMap(EventType::of).orElse(EventType.RAW),
                text(headers, "ce_source")
                        .map(EnvelopeHeaders::source)
                        .orElse("urn:pressline:unknown"),
                parse("key", key, EventKey::parse),
                parse("ce_rev", required(headers, "ce_rev"), Tid::parse),
                text(headers, "ce_cid").map(cid -> parse("ce_cid", cid, Cid::parse)),
                hasValue ? Operation.PUT : Operation.DELETE,
                text(headers, "ce_origin").flatMap(Origin::of).orElse(Origin.PUSH),
                text(headers, "ce_verified").flatMap(Verification::of).orElse(Verification.NONE),
                text(headers, "ce_time").flatMap(EnvelopeHeaders::instant),
                trace(headers));
    }

    /** The trace context of an event; empty when nothing is traced. */
    public static Optional<String> trace(Headers headers) {
        return text(headers, TRACE).filter(context -> context.length() <= MAX_TRACE_LENGTH);
    }

    /** When the record of a live event was written; empty for any other event, or when unknown. */
    public static Optional<Instant> liveSince(Headers headers) {
        return text(headers, "ce_origin")
                .flatMap(Origin::of)
                .filter(origin -> origin == Origin.LIVE)
                .flatMap(live -> text(headers, "ce_time"))
                .flatMap(EnvelopeHeaders::instant);
    }

    private static String source(String text) {
        if (text.length() > MAX_SOURCE_LENGTH) {
            throw new InvalidEnvelopeException(
                    "ce_source", "is longer than " + MAX_SOURCE_LENGTH + " characters");
        }
        return text;
    }

    /** The text of the last header of a name, or empty. */
    public static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** Adds a text header. */
    public static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String required(Headers headers, String name) {
        return text(headers, name)
                .orElseThrow(() -> new InvalidEnvelopeException(name, "is missing"));
    }

    private static <T> T parse(String name, String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (InvalidIdentifierException e) {
            throw new InvalidEnvelopeException(name, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
