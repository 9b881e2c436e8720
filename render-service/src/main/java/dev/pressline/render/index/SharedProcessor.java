package dev.pressline.render.index;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventType;
import dev.pressline.kit.crash.CrashPoint;
import dev.pressline.render.job.Departure;
import dev.pressline.render.job.DirectoryKey;
import dev.pressline.render.job.FeedKey;
import dev.pressline.render.job.MembershipKey;
import dev.pressline.render.job.SubscriptionKey;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Feeds a {@link SharedIndex} with the memberships of one partition, sends those of tags to the
 * partitions of these, keeps the {@link DirectoryIndex} and the {@link SubscriptionLists}, and has
 * their jobs printed in short intervals.
 */
final class SharedProcessor implements Processor<String, byte[], String, byte[]> {

    private final IndexProcessor.Surroundings surroundings;
    private final ProcessorContext<String, byte[]> context;
    private final SharedIndex index;
    private final DirectoryIndex directory;
    private final SubscriptionLists lists;
    private final JobSink jobs;
    private final JobSink listJobs;
    private final Pace pace;
    private final Unfinished unfinished;
    private final Unfinished unfinishedLists;

    SharedProcessor(
            IndexProcessor.Surroundings surroundings, ProcessorContext<String, byte[]> context) {
        this.surroundings = surroundings;
        this.context = context;
        this.pace = surroundings.pace(context.currentSystemTimeMs());
        this.jobs = surroundings.jobs(context, IndexTopology.SHARED_JOBS, pace);
        this.listJobs = surroundings.jobs(context, IndexTopology.LIST_JOBS, pace);
        SortedStore all = new KafkaSortedStore(context.getStateStore(IndexTopology.CHANNELS));
        SortedStore places = new Compartment(all, 'p');
        this.directory = new DirectoryIndex(places);
        this.lists = new SubscriptionLists(places);
        this.index =
                new SharedIndex(
                        new SharedIndex.Stores(
                                new Compartment(all, 'o'),
                                places,
                                new MirroredStore(new Compartment(all, 'm'), ChannelMarks.WAITING)),
                        surroundings.chapters());
        this.unfinished = surroundings.unfinished(context, "-shared");
        this.unfinishedLists = surroundings.unfinished(context, "-lists");
        context.schedule(
                surroundings.waits().interval(), PunctuationType.WALL_CLOCK_TIME, time -> flush());
    }

    @Override
    public void process(Record<String, byte[]> input) {
        long now = context.currentSystemTimeMs();
        Optional<byte[]> given = Optional.ofNullable(input.value());
        switch (FeedKey.parse(input.key())) {
            case MembershipKey key -> {
                boolean isNews = place(key, given, input);
                CrashPoint.RENDER_INDEX_PLACED.reached();
                surroundings.lateness().heard(now, input.timestamp());
                if (isNews) {
                    arrived(now, input.timestamp());
                }
            }
            case DirectoryKey key -> {
                if (directory.place(key, given)) {
                    lists.changed(key);
                    arrived(now, now);
                    unfinishedLists.marked();
                }
            }
            case SubscriptionKey key -> {
                lists.place(key, given);
                unfinishedLists.marked();
            }
        }
    }

    private void arrived(long now, long since) {
        pace.arrived(now, since);
        unfinished.marked();
    }

    private boolean place(MembershipKey key, Optional<byte[]> value, Record<String, byte[]> input) {
        boolean isNews =
                index.place(
                        key,
                        value,
                        Departure.read(input.headers()),
                        (next, given, departure) -> handOn(input, next, given, departure));
        if (key.isFront()) {
            directory.begin();
        }
        return isNews;
    }

    private void handOn(
            Record<String, byte[]> input,
            MembershipKey key,
            Optional<byte[]> value,
            Optional<Departure> departure) {
        String cause = "membership-" + context.recordMetadata().map(SharedProcessor::at).orElse("");
        Headers headers =
                EnvelopeHeaders.write(
                        EventType.FEED, IndexTopology.SOURCE, cause + '#' + key.text(), key.text());
        departure.ifPresent(each -> each.addTo(headers));
        context.forward(
                new Record<>(key.text(), value.orElse(null), input.timestamp(), headers),
                IndexTopology.SHARED_MEMBERSHIPS);
    }

    private static String at(RecordMetadata metadata) {
        return metadata.partition() + "@" + metadata.offset();
    }

    private void flush() {
        unfinished.looked();
        unfinishedLists.looked();
        unfinishedLists.printed(lists.flush(listJobs));
        Extent extent =
                pace.isMarked()
                        ? pace.extent(context.currentSystemTimeMs()).or(index.urgent())
                        : Extent.NOTHING;
        if (extent == Extent.EVERYTHING || directory.isUrgent()) {
            directory.flush(jobs);
        }
        if (extent.compareTo(Extent.LEFT) >= 0) {
            boolean isSomethingLeft = index.flush(extent, jobs) || directory.isMarked();
            CrashPoint.RENDER_INDEX_SHARED.reached();
            pace.flushed(isSomethingLeft);
            unfinished.printed(isSomethingLeft);
        }
    }

    @Override
    public void close() {
        unfinished.end();
        unfinishedLists.end();
    }
}
