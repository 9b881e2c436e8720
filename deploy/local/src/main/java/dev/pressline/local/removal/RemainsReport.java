package dev.pressline.local.removal;

import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.Generation;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.local.generation.BucketObjects;
import dev.pressline.local.generation.Generations;
import dev.pressline.local.generation.StoreAccess;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.watch.BrokerAnswer;
import dev.pressline.local.watch.KafkaAccess;
import dev.pressline.local.watch.TopicReader;
import io.minio.MinioClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * Where something is left of accounts and records: on which topics that may be read, and below
 * which folders of the store.
 *
 * @param topics those that hold something
 * @param folders those that hold something
 * @param largeValues what topics refer to, by the key in the private bucket
 */
public record RemainsReport(List<OnTopic> topics, List<InFolder> folders, Set<String> largeValues) {

    private static final String PREFIX = "pressline.";
    private static final String CHANGELOG = "-changelog";

    /** Takes copies. */
    public RemainsReport {
        topics = List.copyOf(topics);
        folders = List.copyOf(folders);
        largeValues = Set.copyOf(largeValues);
    }

    /**
     * What is left on a topic.
     *
     * @param found all records
     * @param lasting those of them that compaction leaves
     */
    public record OnTopic(String topic, long found, long lasting) {}

    /** What is left in a folder of a bucket. */
    public record InFolder(String bucket, String folder, long objects) {}

    /** Reads all topics from their beginning, and lists the folders. */
    public static RemainsReport of(KafkaAccess kafka, StoreAccess store, List<EventKey> subjects) {
        Set<String> largeValues = new HashSet<>();
        List<OnTopic> topics = onTopics(kafka, subjects, largeValues);
        return new RemainsReport(topics, inFolders(kafka, store, subjects), largeValues);
    }

    private static List<OnTopic> onTopics(
            KafkaAccess kafka, List<EventKey> subjects, Set<String> largeValues) {
        List<OnTopic> left = new ArrayList<>();
        for (String topic : topicNames(kafka)) {
            Remains remains = new Remains(subjects);
            TopicReader.read(kafka, List.of(topic), remains);
            largeValues.addAll(remains.largeValues());
            if (remains.found() > 0) {
                left.add(new OnTopic(topic, remains.found(), remains.lasting()));
            }
        }
        return left;
    }

    private static List<String> topicNames(KafkaAccess kafka) {
        try (Admin admin = Admin.create(kafka.with(Map.of()))) {
            return new TreeSet<>(
                            BrokerAnswer.to("list topics", () -> admin.listTopics().names().get()))
                    .stream()
                            .filter(name -> name.startsWith(PREFIX) || name.endsWith(CHANGELOG))
                            .toList();
        }
    }

    private static List<InFolder> inFolders(
            KafkaAccess kafka, StoreAccess store, List<EventKey> subjects) {
        try (Generations generations = new Generations(kafka, store);
                MinioClient client = store.open()) {
            BucketObjects objects = new BucketObjects(client);
            List<Generation> present = generations.present();
            return subjects.stream()
                    .flatMap(subject -> folders(store, present, subject))
                    .map(each -> counted(objects, each))
                    .filter(each -> each.objects() > 0)
                    .toList();
        } catch (LaunchException e) {
            throw e;
        } catch (Exception e) {
            throw new LaunchException("the store's client does not close", e);
        }
    }

    private static InFolder counted(BucketObjects objects, InFolder folder) {
        return new InFolder(
                folder.bucket(), folder.folder(), objects.count(folder.bucket(), folder.folder()));
    }

    private static Stream<InFolder> folders(
            StoreAccess store, List<Generation> generations, EventKey subject) {
        return switch (subject) {
            case EventKey.OfAccount(Did did) ->
                    Stream.concat(
                            Stream.of("originals/", "bodies/")
                                    .map(folder -> in(store.valuesBucket(), folder + did + '/')),
                            generations.stream().flatMap(each -> ofGeneration(store, each, did)));
            case EventKey.OfRecord one ->
                    generations.stream()
                            .map(
                                    each ->
                                            in(
                                                    each.bucket(store.siteBucket()),
                                                    ObjectKeys.document(one.uri())));
        };
    }

    private static Stream<InFolder> ofGeneration(
            StoreAccess store, Generation generation, Did did) {
        String site = generation.bucket(store.siteBucket());
        String notes = generation.bucket(store.valuesBucket());
        return Stream.concat(
                Stream.of("document/", "publication/", "author/", "blobs/")
                        .map(folder -> in(site, folder + did + '/')),
                Stream.of("parts/", "variants/", "unreferenced/")
                        .map(folder -> in(notes, folder + did + '/')));
    }

    private static InFolder in(String bucket, String folder) {
        return new InFolder(bucket, folder, 0);
    }
}
