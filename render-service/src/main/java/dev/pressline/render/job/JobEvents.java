package dev.pressline.render.job;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.serde.ContractJson;
import org.apache.kafka.common.header.Headers;

/** The events of {@code pressline.jobs.v1}. Stateless. */
public final class JobEvents {

    private static final String SOURCE = "urn:pressline:render-index";

    private JobEvents() {}

    /** The bytes of a job. */
    public static byte[] value(PrintJob job) {
        return ContractJson.write(PrintJob.class, job);
    }

    /** The headers of a job that the index gives at {@code millis} since 1970. */
    public static Headers headers(PrintJob job, long millis) {
        return EnvelopeHeaders.write(EventType.JOB, SOURCE, job.key() + '#' + millis, job.key());
    }
}
