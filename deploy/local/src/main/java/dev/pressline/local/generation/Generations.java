package dev.pressline.local.generation;

import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.local.embedded.BucketSetup;
import dev.pressline.local.embedded.TopicSetup;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Patience;
import dev.pressline.local.watch.BrokerAnswer;
import dev.pressline.local.watch.KafkaAccess;
import io.minio.MinioClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;

/**
 * The generations of a pipeline: which there are, which one readers get, and what each has of its
 * own. What cannot be done is a {@link LaunchException} that says why; whatever was begun can be
 * done again. Not thread-safe.
 */
public final class Generations implements AutoCloseable {

    /** What stands in the private bucket of the first generation for it alone. */
    private static final List<String> NOTES = List.of("variants/", "parts/", "unreferenced/");

    private static final Patience UNTIL_LEFT =
            new Patience(Duration.ofSeconds(30), Duration.ofMillis(500));

    /** What answers 410 in a public bucket. */
    private static final String GONE = "gone/";

    private final Admin admin;
    private final MinioClient client;
    private final BucketObjects objects;
    private final StoreAccess store;

    /** Works on the topics and the store given. */
    public Generations(KafkaAccess kafka, StoreAccess store) {
        this.admin = Admin.create(kafka.with(Map.of()));
        this.client = store.open();
        this.objects = new BucketObjects(client);
        this.store = store;
    }

    /** Those that have topics, by name. */
    public List<Generation> present() {
        String plain = Topics.NORMALIZED;
        List<Generation> present = new ArrayList<>();
        for (String topic : new TreeSet<>(topicNames())) {
            if (topic.equals(plain)) {
                present.add(Generation.FIRST);
            } else if (topic.startsWith(plain + '.')) {
                generation(topic.substring(plain.length() + 1)).ifPresent(present::add);
            }
        }
        return present;
    }

    private static Optional<Generation> generation(String name) {
        try {
            return Optional.of(Generation.parse(name));
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }

    private Set<String> topicNames() {
        return BrokerAnswer.to("list topics", () -> admin.listTopics().names().get());
    }

    /** The one that readers get. */
    public Generation served() {
        Optional<String> name = objects.text(store.valuesBucket(), Generation.POINTER);
        try {
            return name.map(Generation::parse).orElse(Generation.FIRST);
        } catch (InvalidIdentifierException e) {
            throw new LaunchException("the pointer names no generation: " + e.getMessage(), e);
        }
    }

    /** Throws unless a generation has its topics and its bucket. */
    public void require(Generation generation) {
        boolean isWhole =
                topicNames().containsAll(generation.topics())
                        && objects.exists(generation.bucket(store.siteBucket()));
        if (!isWhole) {
            throw new LaunchException(
                    "there is no generation "
                            + generation
                            + ": make it with 'pressline generation create "
                            + generation
                            + "'");
        }
    }

    /**
     * Makes topics and buckets of a generation that are missing, with as many partitions and
     * replicas as the raw topic has, and has it answer 410 for what readers hear is gone: of what
     * was deleted long ago the raw topic holds nothing. Returns how much that is.
     */
    public long create(Generation generation) {
        Generation served = served();
        TopicDescription raw =
                BrokerAnswer.to(
                        "describe " + Topics.RAW,
                        () ->
                                admin.describeTopics(List.of(Topics.RAW))
                                        .allTopicNames()
                                        .get()
                                        .values()
                                        .iterator()
                                        .next());
        new TopicSetup(raw.partitions().size(), replicas(raw)).create(admin, generation);
        BucketSetup.create(client, buckets(generation).toList());
        return generation.equals(served)
                ? 0
                : objects.copy(
                        served.bucket(store.siteBucket()),
                        generation.bucket(store.siteBucket()),
                        GONE);
    }

    private static short replicas(TopicDescription topic) {
        return (short)
                topic.partitions().stream()
                        .map(TopicPartitionInfo::replicas)
                        .mapToInt(List::size)
                        .max()
                        .orElse(1);
    }

    private Stream<String> buckets(Generation generation) {
        return Stream.of(store.siteBucket(), store.valuesBucket()).map(generation::bucket);
    }

    /** Has readers get a generation; every render hears of it within a second or so. */
    public void serve(Generation generation) {
        require(generation);
        objects.putText(store.valuesBucket(), Generation.POINTER, generation.name());
    }

    /** Throws unless a generation may go: readers must get another one. */
    public void requireUnserved(Generation generation) {
        if (generation.equals(served())) {
            throw new LaunchException(
                    "readers get the generation " + generation + ": switch to another one first");
        }
    }

    /**
     * Takes away all that a generation has of its own: consumer groups, topics, objects, buckets.
     * Its services must have stopped.
     */
    public void delete(Generation generation) {
        requireUnserved(generation);
        generation.groups().forEach(this::deleteGroup);
        List<String> own = topicNames().stream().filter(topic -> isOf(generation, topic)).toList();
        BrokerAnswer.to("delete topics", () -> admin.deleteTopics(own).all().get());
        deleteBucket(generation.bucket(store.siteBucket()));
        String notes = generation.bucket(store.valuesBucket());
        if (notes.equals(store.valuesBucket())) {
            NOTES.forEach(prefix -> objects.clear(notes, prefix));
        } else {
            deleteBucket(notes);
        }
    }

    /** Whether a topic is of the generation alone: the changelogs of its index are. */
    private static boolean isOf(Generation generation, String topic) {
        return generation.topics().contains(topic)
                || generation.groups().stream()
                        .anyMatch(
                                group ->
                                        topic.startsWith(group + '-')
                                                && topic.endsWith("-changelog"));
    }

    /** The index is a member for ten seconds after it has stopped. */
    private void deleteGroup(String group) {
        UNTIL_LEFT.await(
                "the services of " + group + " to have stopped",
                () -> isDeleted(group) ? Optional.of(true) : Optional.empty());
    }

    private boolean isDeleted(String group) {
        try {
            admin.deleteConsumerGroups(List.of(group)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupNotEmptyException) {
                return false;
            }
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return true;
            }
            throw new LaunchException("the broker does not delete " + group + ": " + e, e);
        } catch (InterruptedException e) {
            throw BrokerAnswer.interrupted(e);
        }
    }

    private void deleteBucket(String bucket) {
        if (objects.exists(bucket)) {
            objects.clear(bucket, "");
            objects.removeBucket(bucket);
        }
    }

    @Override
    public void close() {
        admin.close();
        try {
            client.close();
        } catch (Exception e) {
            throw new LaunchException("the store's client does not close", e);
        }
    }
}
