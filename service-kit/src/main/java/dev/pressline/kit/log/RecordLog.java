package dev.pressline.kit.log;

import dev.pressline.contract.event.EnvelopeHeaders;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.MDC;

/**
 * Has every line that is logged by this thread name the record that it handles: its key, rev and
 * place, and its trace where it has one. Closing it ends that. For one thread.
 */
public final class RecordLog implements AutoCloseable {

    private static final String URI = "atUri";
    private static final String REV = "rev";
    private static final String TOPIC = "topic";
    private static final String PARTITION = "partition";
    private static final String OFFSET = "offset";
    private static final String TRACE = "traceId";

    private RecordLog() {}

    /** Names a record from now on. */
    public static RecordLog of(ConsumerRecord<String, byte[]> input, Optional<String> traceId) {
        MDC.put(URI, String.valueOf(input.key()));
        EnvelopeHeaders.text(input.headers(), "ce_rev").ifPresent(rev -> MDC.put(REV, rev));
        MDC.put(TOPIC, input.topic());
        MDC.put(PARTITION, Integer.toString(input.partition()));
        MDC.put(OFFSET, Long.toString(input.offset()));
        traceId.ifPresent(id -> MDC.put(TRACE, id));
        return new RecordLog();
    }

    @Override
    public void close() {
        MDC.remove(URI);
        MDC.remove(REV);
        MDC.remove(TOPIC);
        MDC.remove(PARTITION);
        MDC.remove(OFFSET);
        MDC.remove(TRACE);
    }
}
