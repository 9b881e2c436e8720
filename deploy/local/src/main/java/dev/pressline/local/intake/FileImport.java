package dev.pressline.local.intake;

import dev.pressline.local.process.LaunchException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Hands the records of files to ingest, in their order, a batch at a time, each acknowledged before
 * the next. Not thread-safe.
 */
public final class FileImport {

    private static final int BUFFER = 1 << 16;

    private final IngestClient ingest;
    private final LongConsumer progress;
    private final ImportTally tally = new ImportTally();
    private long bytes;

    /** Hands records to {@code ingest}; {@code progress} hears the bytes done so far. */
    public FileImport(IngestClient ingest, LongConsumer progress) {
        this.ingest = ingest;
        this.progress = progress;
    }

    /** The sum of the sizes of files, in bytes. */
    public static long size(List<Path> files) {
        return files.stream().mapToLong(file -> file.toFile().length()).sum();
    }

    /** Imports files; returns when the broker has everything that was accepted. */
    public ImportTally run(List<Path> files) {
        for (Path file : files) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
                if (RecordFiles.isRepository(file)) {
                    repository(file);
                } else if (RecordFiles.holdsLines(file)) {
                    lines(file, in);
                } else {
                    record(file, in);
                }
            } catch (IOException e) {
                throw new LaunchException(file + " cannot be read: " + e.getMessage(), e);
            }
        }
        return tally;
    }

    private void record(Path file, InputStream in) throws IOException {
        byte[] record = in.readNBytes(LineBatches.MAX_LINE);
        tally.add(file, 1, 1, ingest.record(record, name(file)));
        advance(record.length);
    }

    private void repository(Path file) throws IOException {
        Answer answer = ingest.repository(file, name(file));
        long records = answer.accepted() + answer.skipped() + answer.deadLettered();
        tally.add(file, 1, records, answer);
        advance(Files.size(file));
    }

    private void lines(Path file, InputStream in) throws IOException {
        LineBatches batches = new LineBatches(in);
        for (Optional<LineBatches.Batch> next = batches.next();
                next.isPresent();
                next = batches.next()) {
            LineBatches.Batch batch = next.get();
            if (batch.records() > 0) {
                Answer answer = ingest.lines(batch.bytes(), name(file));
                tally.add(file, batch.firstLine(), batch.records(), answer);
            }
            advance(batch.bytes().length);
        }
    }

    private void advance(long more) {
        bytes += more;
        progress.accept(bytes);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
