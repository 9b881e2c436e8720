package dev.pressline.local.backup;

import dev.pressline.local.process.LaunchException;
import dev.pressline.local.watch.KafkaAccess;
import dev.pressline.local.watch.TopicReader;
import dev.pressline.local.watch.TopicWriter;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The records of one topic in a file, a line each, compressed.
 *
 * @param topic whose
 * @param path where
 */
record TopicFile(String topic, Path path) {

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int MOST_RECORDS = 1_000;

    /** The file of a topic in a directory. */
    static TopicFile in(Path directory, String topic) {
        return new TopicFile(topic, directory.resolve(topic + ".ndjson.gz"));
    }

    /** Saves what the topic holds until the end that it has now; returns how many records. */
    long save(KafkaAccess kafka) throws IOException {
        AtomicLong saved = new AtomicLong();
        try (BufferedWriter out =
                new BufferedWriter(
                        new OutputStreamWriter(
                                new GZIPOutputStream(Files.newOutputStream(path)),
                                StandardCharsets.UTF_8))) {
            TopicReader.read(
                    kafka,
                    List.of(topic),
                    read -> {
                        write(out, SavedRecord.of(read).line());
                        saved.incrementAndGet();
                    });
        }
        return saved.get();
    }

    private static void write(BufferedWriter out, String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends all records in their order; returns how many. Throws {@link LaunchException} where the
     * file is damaged.
     */
    long restore(TopicWriter writer, boolean hasSamePartitions) throws IOException {
        long sent = 0;
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(path)),
                                StandardCharsets.UTF_8))) {
            List<ProducerRecord<String, byte[]>> batch = new ArrayList<>();
            int bytes = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                SavedRecord saved = SavedRecord.parse(line);
                batch.add(saved.toSend(topic, hasSamePartitions));
                bytes += saved.size();
                sent++;
                if (bytes > MOST_BYTES || batch.size() == MOST_RECORDS) {
                    writer.send(batch);
                    batch.clear();
                    bytes = 0;
                }
            }
            writer.send(batch);
        }
        return sent;
    }
}
