package dev.pressline.render.index;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.job.Item;
import dev.pressline.render.job.JobEvents;
import dev.pressline.render.job.Membership;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.page.Channel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Keeps the newest documents of all accounts in order and has the front page printed when they
 * change.
 */
final class FrontProcessor implements Processor<String, byte[], String, byte[]> {

    private static final String FRONT = "front";
    private static final String CHANGED = "changed";
    private static final byte[] MARK = {1};

    private final IndexProcessor.Surroundings surroundings;
    private final ProcessorContext<String, byte[]> context;
    private final SortedStore order;
    private final SortedStore places;
    private final Pace pace;

    FrontProcessor(
            IndexProcessor.Surroundings surroundings, ProcessorContext<String, byte[]> context) {
        this.surroundings = surroundings;
        this.context = context;
        this.order = new KafkaSortedStore(context.getStateStore(IndexTopology.FRONT_ORDER));
        this.places = new KafkaSortedStore(context.getStateStore(IndexTopology.FRONT_PLACES));
        this.pace = new Pace(surroundings.waits(), context.currentSystemTimeMs());
        context.schedule(
                surroundings.waits().interval(), PunctuationType.WALL_CLOCK_TIME, time -> flush());
    }

    @Override
    public void process(Record<String, byte[]> input) {
        AtUri uri = Membership.uri(input.key());
        places.get(uri.toString())
                .ifPresent(place -> order.delete(new String(place, StandardCharsets.UTF_8)));
        if (input.value() == null) {
            places.delete(uri.toString());
        } else {
            Membership membership = ContractJson.read(Membership.class, input.value());
            String place = OrderKey.of(FRONT, membership.publishedAt(), uri);
            order.put(place, input.value());
            places.put(uri.toString(), place.getBytes(StandardCharsets.UTF_8));
        }
        if (places.get(CHANGED).isEmpty()) {
            places.put(CHANGED, MARK);
        }
        pace.arrived(context.currentSystemTimeMs(), input.timestamp());
        surroundings.pending().set(task(), 1);
    }

    private void flush() {
        if (pace.isMarked()
                && pace.extent(context.currentSystemTimeMs()) == AccountIndex.Extent.EVERYTHING) {
            if (places.get(CHANGED).isPresent()) {
                print();
                places.delete(CHANGED);
            }
            pace.flushed(false);
            surroundings.pending().set(task(), 0);
        }
    }

    private void print() {
        List<Item> items = new ArrayList<>();
        order.visit(
                OrderKey.prefix(FRONT),
                AccountIndex.WINDOW,
                (key, value) -> items.add(ContractJson.read(Membership.class, value).item()));
        PrintJob job = new PrintJob.PrintChannel(new Channel.Front(), items);
        long now = context.currentSystemTimeMs();
        context.forward(
                new Record<>(job.key(), JobEvents.value(job), now, JobEvents.headers(job, now)));
    }

    private String task() {
        return context.taskId().toString();
    }

    @Override
    public void close() {
        surroundings.pending().forget(task());
    }
}
