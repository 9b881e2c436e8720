package dev.pressline.render.index;

import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.render.job.JobEvents;
import dev.pressline.render.job.PrintJob;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends jobs to the press, large ones by way of the store, for which it waits. What is fresh it has
 * committed at once, since the press sees nothing else. Not thread-safe.
 *
 * @param context of the processor that gives the jobs
 * @param largeValues what keeps large ones
 * @param retry how the store is waited for
 * @param sink the name of the sink in the topology
 * @param pace says when the newest event was accepted that jobs depend on: their timestamp, so that
 *     those behind know how late they are
 * @param causes the event that a job is given for, where it is one
 */
record JobSink(
        ProcessorContext<String, byte[]> context,
        LargeValues largeValues,
        Retry retry,
        String sink,
        Pace pace,
        Function<PrintJob, Optional<Cause>> causes)
        implements Consumer<PrintJob> {

    @Override
    public void accept(PrintJob job) {
        Headers headers = JobEvents.headers(job, context.currentSystemTimeMs());
        causes.apply(job).ifPresent(cause -> cause.addTo(headers));
        byte[] value =
                retry.whileDown(
                        "keeping a large job",
                        () -> largeValues.carried(JobEvents.value(job), headers));
        context.forward(new Record<>(job.key(), value, pace.since(), headers), sink);
        if (pace.isFresh()) {
            context.commit();
        }
    }
}
