package dev.pressline.ingest.http;

import dev.pressline.ingest.file.CarImport;
import dev.pressline.ingest.publish.Intake;
import dev.pressline.ingest.publish.IntakeTally;
import dev.pressline.ingest.publish.Intakes;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.source.Lines;
import dev.pressline.ingest.source.RecordSource.PushSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;

/** Takes a pushed stream of rows in, a batch at a time, whatever its length. Thread-safe. */
@ApplicationScoped
class Push {

    private final RowParser parser;
    private final CarImport cars;
    private final Intakes intakes;
    private final Clock clock;

    Push(RowParser parser, CarImport cars, Intakes intakes, Clock clock) {
        this.parser = parser;
        this.cars = cars;
        this.intakes = intakes;
        this.clock = clock;
    }

    /** Takes the whole body in as one row; returns when the brokers have it. */
    IntakeTally one(InputStream body, PushSource source) throws IOException {
        Intake intake = intakes.open(source);
        byte[] bytes = body.readNBytes(RowParser.MAX_ROW + 1);
        take(intake, 1, bytes);
        intake.flush();
        return intake.tally();
    }

    /** Takes each line in as a row; returns when the brokers have them all. */
    IntakeTally lines(InputStream body, PushSource source) throws IOException {
        Intake intake = intakes.open(source);
        Lines lines = new Lines(body, RowParser.MAX_ROW);
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            take(intake, line.get().number(), line.get().bytes());
        }
        intake.flush();
        return intake.tally();
    }

    /** Takes a repository in, whatever its length; returns when the brokers have its records. */
    IntakeTally car(InputStream body, PushSource source) throws IOException {
        Intake intake = intakes.open(source);
        cars.take(body, intake);
        intake.flush();
        return intake.tally();
    }

    private void take(Intake intake, long line, byte[] bytes) {
        intake.take(line, parser.parse(bytes, clock.instant()), bytes);
    }
}
