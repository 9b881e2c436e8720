package dev.pressline.render.press;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.Manifest;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.contract.serde.UnreadableValueException;
import dev.pressline.kit.failure.RejectedException;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.stage.RecordHandler;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.kit.store.NewObject;
import dev.pressline.render.defect.Defect;
import dev.pressline.render.job.DirectoryEntry;
import dev.pressline.render.job.DirectoryKey;
import dev.pressline.render.job.Item;
import dev.pressline.render.job.Membership;
import dev.pressline.render.job.MembershipKey;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.ListingEntry;
import dev.pressline.render.page.Shortened;
import dev.pressline.render.page.SiteSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Does one job and says what to announce: manifests, for documents whether the front page lists
 * them, for publications whether the directory does. Thread-safe.
 */
@ApplicationScoped
class PressHandler implements RecordHandler {

    static final String UNREADABLE_JOB = "unreadable-job";
    private static final String SOURCE = "urn:pressline:render-press";
    private static final int LONGEST_NAME = 200;

    private final Press press;
    private final SiteSettings settings;
    private final EventProducer producer;
    private final LargeValues largeValues;

    PressHandler(
            Press press, SiteSettings settings, EventProducer producer, LargeValues largeValues) {
        this.press = press;
        this.settings = settings;
        this.producer = producer;
        this.largeValues = largeValues;
    }

    @Override
    public List<ProducerRecord<String, byte[]>> handle(ConsumerRecord<String, byte[]> input) {
        PrintJob job = read(largeValues.value(input).orElseThrow());
        Press.Outputs outputs = press.run(job);
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        for (NewObject object : outputs.standing()) {
            Manifest manifest = manifest(object, source(job));
            events.add(rendered(input, object.key(), ContractJson.write(Manifest.class, manifest)));
        }
        for (String key : outputs.removed()) {
            events.add(rendered(input, key, null));
        }
        membership(input, job, outputs).ifPresent(events::add);
        return events;
    }

    private static PrintJob read(byte[] value) {
        try {
            return ContractJson.read(PrintJob.class, value);
        } catch (UnreadableValueException e) {
            throw new RejectedException(UNREADABLE_JOB, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Manifest.Source> source(PrintJob job) {
        return job instanceof PrintJob.PrintDocument print
                ? Optional.of(
                        new Manifest.Source(
                                print.document().uri(),
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

    private static ProducerRecord<String, byte[]> rendered(
            ConsumerRecord<String, byte[]> job, String key, byte @Nullable [] value) {
        return new ProducerRecord<>(
                Topics.RENDERED, null, key, value, headers(EventType.RENDERED, job, key));
    }

    /** The id of an event is the job that caused it, so that doing a job again repeats it. */
    private static Headers headers(EventType type, ConsumerRecord<String, byte[]> job, String key) {
        String cause = job.topic() + '-' + job.partition() + '@' + job.offset();
        return EnvelopeHeaders.write(type, SOURCE, cause + '#' + key, key);
    }

    private Optional<ProducerRecord<String, byte[]>> membership(
            ConsumerRecord<String, byte[]> input, PrintJob job, Press.Outputs outputs) {
        return switch (job) {
            case PrintJob.PrintDocument print ->
                    Optional.of(
                            print.listed()
                                    ? listed(input, print, outputs)
                                    : unlisted(input, print.document().uri()));
            case PrintJob.MoveDocument move -> Optional.of(unlisted(input, move.uri()));
            case PrintJob.RemoveDocument remove -> Optional.of(departed(input, remove));
            case PrintJob.PrintChannel print ->
                    print.channel() instanceof Channel.OfPublication of
                            ? Optional.of(found(input, of))
                            : Optional.empty();
            case PrintJob.RemoveChannel remove ->
                    Optional.of(remove.folder())
                            .filter(ObjectKeys::isPublication)
                            .map(folder -> directory(input, folder, null));
            case PrintJob.PrintDirectory print -> Optional.empty();
            case PrintJob.PrintSubscriptions print -> Optional.empty();
            case PrintJob.RemoveSubscriptions remove -> Optional.empty();
            case PrintJob.PrintSitemap print -> Optional.empty();
            case PrintJob.PrintChapter chapter -> Optional.empty();
            case PrintJob.PrintArchive archive -> Optional.empty();
            case PrintJob.RemoveArchive archive -> Optional.empty();
            case PrintJob.PrintReport report -> Optional.empty();
            case PrintJob.RemoveReport report -> Optional.empty();
        };
    }

    private ProducerRecord<String, byte[]> listed(
            ConsumerRecord<String, byte[]> input,
            PrintJob.PrintDocument print,
            Press.Outputs outputs) {
        Item item =
                new Item(
                        ListingEntry.of(print.document(), print.publication()),
                        outputs.sha256(ObjectKeys.json(print.folder())));
        byte[] value =
                ContractJson.write(
                        Membership.class, new Membership(item, Defect.of(print.document())));
        return membership(input, MembershipKey.front(print.document().uri()).text(), value);
    }

    private ProducerRecord<String, byte[]> unlisted(
            ConsumerRecord<String, byte[]> input, AtUri uri) {
        return membership(input, MembershipKey.front(uri).text(), null);
    }

    private ProducerRecord<String, byte[]> departed(
            ConsumerRecord<String, byte[]> input, PrintJob.RemoveDocument remove) {
        ProducerRecord<String, byte[]> event = unlisted(input, remove.uri());
        remove.departure().ifPresent(departure -> departure.addTo(event.headers()));
        return event;
    }

    /** Has a publication be found in the directory, unless it asks not to be. */
    private ProducerRecord<String, byte[]> found(
            ConsumerRecord<String, byte[]> input, Channel.OfPublication of) {
        if (of.isKeptBack()) {
            return directory(input, of.folder(), null);
        }
        DirectoryEntry entry =
                new DirectoryEntry(
                        of.publication().uri(),
                        Shortened.text(of.name(settings), LONGEST_NAME),
                        of.publication().url(),
                        of.publication().rev());
        return directory(input, of.folder(), ContractJson.write(DirectoryEntry.class, entry));
    }

    private ProducerRecord<String, byte[]> directory(
            ConsumerRecord<String, byte[]> input, String folder, byte @Nullable [] value) {
        return membership(input, new DirectoryKey(folder).text(), value);
    }

    private ProducerRecord<String, byte[]> membership(
            ConsumerRecord<String, byte[]> input, String key, byte @Nullable [] value) {
        return new ProducerRecord<>(
                Topics.FEEDS,
                frontPartition(),
                input.timestamp(),
                key,
                value,
                headers(EventType.FEED, input, key));
    }

    /** The front page has one partition, whatever account a document is of. */
    private int frontPartition() {
        return MembershipKey.partition(MembershipKey.FRONT, producer.partitions(Topics.FEEDS));
    }
}
