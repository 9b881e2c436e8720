package dev.pressline.ingest.file;

import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.CursorStore;
import dev.pressline.ingest.publish.Intake;
import dev.pressline.ingest.publish.Intakes;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.source.Lines;
import dev.pressline.ingest.source.RecordSource.FileSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Imports one file: {@code .ndjson} and {@code .jsonl} hold a row a line, {@code .car} a
 * repository, others one row. Goes on where an earlier run stopped, unless the file or the wanted
 * collections changed. Blocks; thread-safe.
 */
@ApplicationScoped
public class FileImport {

    private static final Logger LOG = Logger.getLogger(FileImport.class);

    private final RowParser parser;
    private final CarImport cars;
    private final Intakes intakes;
    private final CursorStore cursors;
    private final WantedCollections wanted;
    private final Clock clock;

    FileImport(
            RowParser parser,
            CarImport cars,
            Intakes intakes,
            CursorStore cursors,
            WantedCollections wanted,
            Clock clock) {
        this.parser = parser;
        this.cars = cars;
        this.intakes = intakes;
        this.cursors = cursors;
        this.wanted = wanted;
        this.clock = clock;
    }

    /** Imports a file from where {@code known} says; returns when the brokers have all of it. */
    public void run(FileSource source, Optional<Cursor> known) throws IOException {
        Cursor.OfFile start = start(source.path(), known);
        if (start.offset() == start.size()) {
            LOG.infof("file %s is imported already", source.path());
            return;
        }
        Intake intake = intakes.open(source);
        if (endsWith(source.path(), ".ndjson", ".jsonl")) {
            lines(source, start, intake);
        } else if (endsWith(source.path(), ".car")) {
            car(source, start, intake);
        } else {
            whole(source, start, intake);
        }
        LOG.infof(
                "file %s is imported: accepted=%d skipped=%d deadLettered=%d",
                source.path(),
                intake.tally().accepted(),
                intake.tally().skipped(),
                intake.tally().deadLettered());
    }

    private Cursor.OfFile start(Path file, Optional<Cursor> known) throws IOException {
        long size = Files.size(file);
        long modified = Files.getLastModifiedTime(file).toMillis();
        boolean goesOn =
                known.isPresent()
                        && known.get() instanceof Cursor.OfFile cursor
                        && cursor.filter().equals(wanted.hash())
                        && cursor.size() == size
                        && cursor.modified() == modified;
        return goesOn
                ? (Cursor.OfFile) known.get()
                : new Cursor.OfFile(wanted.hash(), 0, 0, size, modified);
    }

    private static boolean endsWith(Path file, String... endings) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Stream.of(endings).anyMatch(name::endsWith);
    }

    private void car(FileSource source, Cursor.OfFile start, Intake intake) throws IOException {
        try (InputStream in = Files.newInputStream(source.path())) {
            cars.take(in, intake);
        }
        intake.flush();
        cursors.save(source, moved(start, start.size(), 1));
    }

    private void whole(FileSource source, Cursor.OfFile start, Intake intake) throws IOException {
        try (InputStream in = Files.newInputStream(source.path())) {
            byte[] bytes = in.readNBytes(RowParser.MAX_ROW + 1);
            intake.take(1, parser.parse(bytes, clock.instant()), bytes);
        }
        intake.flush();
        cursors.save(source, moved(start, start.size(), 1));
    }

    private void lines(FileSource source, Cursor.OfFile start, Intake intake) throws IOException {
        long number = start.line();
        try (InputStream in = Files.newInputStream(source.path())) {
            in.skipNBytes(start.offset());
            Lines lines = new Lines(in, RowParser.MAX_ROW);
            for (Optional<Lines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
                Lines.Line line = next.get();
                number = start.line() + line.number();
                Row row = parser.parse(line.bytes(), clock.instant());
                if (intake.take(number, row, line.bytes())) {
                    cursors.save(source, moved(start, start.offset() + line.end(), number));
                }
            }
        }
        intake.flush();
        cursors.save(source, moved(start, start.size(), number));
    }

    private static Cursor.OfFile moved(Cursor.OfFile from, long offset, long line) {
        return new Cursor.OfFile(from.filter(), offset, line, from.size(), from.modified());
    }
}
