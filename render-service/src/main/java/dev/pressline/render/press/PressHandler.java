package dev.pressline.render.press;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.event.DidPartitioner;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.contract.serde.UnreadableValueException;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.stage.RecordHandler;
import dev.pressline.kit.stage.RejectedException;
import dev.pressline.kit.store.NewObject;
import dev.pressline.kit.store.Sha256;
import dev.pressline.render.job.Item;
import dev.pressline.render.job.JobJson;
import dev.pressline.render.job.Membership;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.page.ListingEntry;
import dev.pressline.render.page.SiteSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Does one job and says what to announce: manifests, and for documents whether the front page lists
 * them. Thread-safe.
 */
@ApplicationScoped
class PressHandler implements RecordHandler {

    static final String UNREADABLE_JOB = "unreadable-job";
    private static final String FRONT = "front";

    private final Press press;
    private final SiteSettings settings;
    private final EventProducer producer;

    PressHandler(Press press, SiteSettings settings, EventProducer producer) {
        this.press = press;
        this.settings = settings;
        this.producer = producer;
    }

    @Override
    public List<ProducerRecord<String, byte[]>> handle(ConsumerRecord<String, byte[]> input) {
        PrintJob job = read(input.value());
        Press.Outputs outputs = press.run(job);
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        for (NewObject object : outputs.standing()) {
            Manifest manifest = manifest(object, source(job));
            events.add(
                    new ProducerRecord<>(
                            Topics.RENDERED,
                            object.key(),
                            JobJson.write(Manifest.class, manifest)));
        }
        for (String key : outputs.removed()) {
            events.add(new ProducerRecord<>(Topics.RENDERED, key, null));
        }
        membership(job).ifPresent(events::add);
        return events;
    }

    private static PrintJob read(byte[] value) {
        try {
            return JobJson.read(PrintJob.class, value);
        } catch (UnreadableValueException e) {
            throw new RejectedException(UNREADABLE_JOB, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Manifest.Source> source(PrintJob job) {
        return job instanceof PrintJob.PrintDocument print
                ? Optional.of(
                        new Manifest.Source(
                                print.document().uri().toString(),
                                print.document().cid(),
                                print.document().rev()))
                : Optional.empty();
    }

    private Manifest manifest(NewObject object, Optional<Manifest.Source> source) {
        String path =
                object.key().endsWith("index.html")
                        ? object.key().substring(0, object.key().length() - 10)
                        : object.key();
        return new Manifest(
                settings.publicUrl() + '/' + path,
                object.key(),
                object.sha256(),
                '"' + object.sha256() + '"',
                object.bytes().length,
                source);
    }

    private Optional<ProducerRecord<String, byte[]>> membership(PrintJob job) {
        return switch (job) {
            case PrintJob.PrintDocument print ->
                    Optional.of(
                            print.listed()
                                    ? listed(print)
                                    : unlisted(Membership.key(print.document().uri())));
            case PrintJob.RemoveDocument remove ->
                    Optional.of(unlisted(Membership.key(remove.uri())));
            case PrintJob.PrintChannel channel -> Optional.empty();
            case PrintJob.RemoveChannel channel -> Optional.empty();
        };
    }

    private ProducerRecord<String, byte[]> listed(PrintJob.PrintDocument print) {
        Document document = print.document();
        Item item =
                new Item(
                        ListingEntry.of(document, print.publication()),
                        Sha256.hex(ContractJson.write(document)));
        byte[] value = JobJson.write(Membership.class, new Membership(item));
        return new ProducerRecord<>(
                Topics.FEEDS, frontPartition(), Membership.key(document.uri()), value);
    }

    private ProducerRecord<String, byte[]> unlisted(String key) {
        return new ProducerRecord<>(Topics.FEEDS, frontPartition(), key, null);
    }

    /** The front page has one partition, whatever account a document is of. */
    private int frontPartition() {
        return DidPartitioner.partition(FRONT, producer.partitions(Topics.FEEDS));
    }
}
