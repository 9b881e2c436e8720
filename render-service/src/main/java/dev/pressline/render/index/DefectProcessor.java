package dev.pressline.render.index;

import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.defect.DefectReport;
import dev.pressline.render.defect.Publisher;
import dev.pressline.render.job.FeedKey;
import dev.pressline.render.job.Membership;
import dev.pressline.render.job.MembershipKey;
import dev.pressline.render.job.PrintJob;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Has the reports of defects printed when what is listed changes them. */
final class DefectProcessor implements Processor<String, byte[], String, byte[]> {

    private final ProcessorContext<String, byte[]> context;
    private final DefectIndex defects;
    private final JobSink jobs;
    private final Pace pace;
    private final Unfinished unfinished;

    DefectProcessor(
            IndexProcessor.Surroundings surroundings, ProcessorContext<String, byte[]> context) {
        this.context = context;
        SortedStore all = new KafkaSortedStore(context.getStateStore(IndexTopology.CHANNELS));
        this.defects = new DefectIndex(new Compartment(all, 'd'));
        this.pace = surroundings.pace(context.currentSystemTimeMs());
        this.jobs = surroundings.jobs(context, IndexTopology.DEFECT_JOBS, pace);
        this.unfinished = surroundings.unfinished(context, "-defects");
        context.schedule(
                surroundings.waits().interval(), PunctuationType.WALL_CLOCK_TIME, time -> flush());
    }

    @Override
    public void process(Record<String, byte[]> input) {
        if (!(FeedKey.parse(input.key()) instanceof MembershipKey key) || !key.isFront()) {
            return;
        }
        defects.place(
                key.uri(),
                Optional.ofNullable(input.value())
                        .map(value -> ContractJson.read(Membership.class, value)));
        pace.arrived(context.currentSystemTimeMs(), input.timestamp());
        unfinished.marked();
    }

    private void flush() {
        unfinished.looked();
        if (pace.isMarked() && pace.extent(context.currentSystemTimeMs()) == Extent.EVERYTHING) {
            for (Publisher publisher : defects.changed()) {
                print(defects.report(publisher));
                defects.forget(publisher);
            }
            pace.flushed(false);
            unfinished.printed(false);
        }
    }

    private void print(DefectReport report) {
        PrintJob job =
                report.rules().isEmpty()
                        ? new PrintJob.RemoveReport(report.publisher())
                        : new PrintJob.PrintReport(report);
        jobs.accept(job);
    }

    @Override
    public void close() {
        unfinished.end();
    }
}
