package dev.pressline.local.backup;

import dev.pressline.contract.event.Topics;
import dev.pressline.local.generation.Generations;
import dev.pressline.local.generation.StoreAccess;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.watch.BrokerAnswer;
import dev.pressline.local.watch.KafkaAccess;
import dev.pressline.local.watch.TopicReader;
import dev.pressline.local.watch.TopicWriter;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * Everything of a pipeline that cannot be made anew: the raw records, how far sources were read,
 * what is known of repositories and of dead letters; originals of blobs, bodies, states of
 * accounts, large values, and what answers 410. All else is made of these.
 *
 * @param kafka the brokers
 * @param store the store
 */
public record Backup(KafkaAccess kafka, StoreAccess store) {

    /** In the order in which they are saved: what says how far something is, before the thing. */
    static final List<String> TOPICS =
            List.of(Topics.CURSORS, Topics.REPOS, Topics.HANDLED, Topics.RAW);

    private static final String SITE = "site";
    private static final String VALUES = "values";
    private static final String GONE = "gone/";
    private static final List<String> KEPT = List.of("originals/", "bodies/", "accounts/");
    private static final Pattern LARGE_VALUE = Pattern.compile("[0-9a-f]{64}");

    /** Saves everything into a directory that is empty or not there. */
    public BackupManifest save(Path directory) {
        try {
            requireEmpty(Files.createDirectories(directory));
            Map<String, Long> records = new HashMap<>();
            for (String topic : TOPICS) {
                records.put(topic, TopicFile.in(directory, topic).save(kafka));
            }
            BackupManifest manifest =
                    BackupManifest.of(partitions(), records, saveObjects(directory));
            manifest.write(directory);
            return manifest;
        } catch (IOException | UncheckedIOException e) {
            throw new LaunchException(directory + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void requireEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            if (files.findAny().isPresent()) {
                throw new LaunchException(directory + " is not empty: name another directory");
            }
        }
    }

    private int partitions() {
        try (Admin admin = Admin.create(kafka.with(Map.of()))) {
            return BrokerAnswer.to(
                            "describe " + Topics.RAW,
                            () -> admin.describeTopics(List.of(Topics.RAW)).allTopicNames().get())
                    .values()
                    .stream()
                    .mapToInt(topic -> topic.partitions().size())
                    .sum();
        }
    }

    private long saveObjects(Path directory) throws IOException {
        try (Generations generations = new Generations(kafka, store)) {
            String site = generations.served().bucket(store.siteBucket());
            return withStore(
                    directory,
                    folder -> {
                        folder.save(SITE, site, GONE, key -> true);
                        folder.save(VALUES, store.valuesBucket(), "", isKept());
                        return folder.saved();
                    });
        }
    }

    private static Predicate<String> isKept() {
        return key -> LARGE_VALUE.matcher(key).matches() || KEPT.stream().anyMatch(key::startsWith);
    }

    /**
     * Puts everything back: objects first, the raw records last, so that nothing refers to what is
     * not there. Throws {@link LaunchException} unless the raw topic is empty, or when the backup
     * is not whole.
     */
    public BackupManifest restore(Path directory) {
        try {
            BackupManifest manifest = BackupManifest.read(directory);
            requireNothingRaw();
            Map<String, String> buckets =
                    Map.of(SITE, store.siteBucket(), VALUES, store.valuesBucket());
            long objects = withStore(directory, folder -> folder.restore(buckets));
            requireAll("objects", manifest.objects(), objects);
            restoreTopics(directory, manifest);
            return manifest;
        } catch (IOException e) {
            throw new LaunchException(directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void requireNothingRaw() {
        AtomicLong records = new AtomicLong();
        TopicReader.read(kafka, List.of(Topics.RAW), read -> records.incrementAndGet());
        if (records.get() > 0) {
            throw new LaunchException(
                    "the raw topic holds records: a backup is put back into empty brokers only");
        }
    }

    private void restoreTopics(Path directory, BackupManifest manifest) throws IOException {
        boolean hasSamePartitions = partitions() == manifest.partitions();
        try (TopicWriter writer = new TopicWriter(kafka)) {
            for (String topic : TOPICS) {
                long sent = TopicFile.in(directory, topic).restore(writer, hasSamePartitions);
                requireAll("records of " + topic, manifest.records().getOrDefault(topic, 0L), sent);
            }
        }
    }

    private static void requireAll(String what, long expected, long found) {
        if (expected != found) {
            throw new LaunchException(
                    "the backup is damaged: " + found + " " + what + " of " + expected);
        }
    }

    private interface Work {
        long with(ObjectFolder folder) throws MinioException, IOException;
    }

    private long withStore(Path directory, Work work) throws IOException {
        try (MinioClient client = store.open()) {
            return work.with(new ObjectFolder(client, directory.resolve("objects")));
        } catch (MinioException e) {
            throw new LaunchException("the store does not answer: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new LaunchException("the store's client does not close", e);
        }
    }
}
