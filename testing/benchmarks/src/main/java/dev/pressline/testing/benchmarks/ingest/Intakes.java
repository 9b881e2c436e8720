package dev.pressline.testing.benchmarks.ingest;

import dev.pressline.atproto.repo.RepoSnapshot;
import dev.pressline.atproto.repo.TestRepo;
import dev.pressline.atproto.repo.car.CarLimits;
import dev.pressline.atproto.repo.car.SpooledBlocks;
import dev.pressline.atproto.repo.cbor.RecordJson;
import dev.pressline.atproto.repo.commit.Commit;
import dev.pressline.atproto.repo.commit.SigningKey;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.stream.JetstreamV1Decoder;
import dev.pressline.ingest.stream.StreamDecoder;
import dev.pressline.ingest.stream.StreamEvent;
import dev.pressline.ingest.stream.StreamMessage;
import dev.pressline.testing.benchmarks.measure.Measured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Takes sample records in, all that ingest does before it sends them. Stateless. */
final class Intakes {

    private static final int RECORDS_GOAL = 20_000;
    private static final int SIGNATURES_GOAL = 4_000;

    /** Thirty microseconds each. */
    private static final int EVENTS_GOAL = 33_333;

    private static final int VARIETY = 1_000;
    private static final long SEED = 42;
    private static final Path SPOOL = Path.of(System.getProperty("java.io.tmpdir"));

    private Intakes() {}

    /** Rows of NDJSON: read, and their CIDs computed. */
    static Measured rows(int count) {
        RowParser parser = new RowParser(new WantedCollections(List.of("site.standard.*")));
        Instant now = Instant.now();
        List<byte[]> rows =
                IntStream.range(0, Math.min(count, VARIETY)).mapToObj(Samples::row).toList();
        return Measured.of(
                "rows of NDJSON, CID computed",
                RECORDS_GOAL,
                count,
                i -> {
                    if (!(parser.parse(rows.get(i % rows.size()), now) instanceof Row.Put)) {
                        throw new IllegalStateException("a sample is no record");
                    }
                });
    }

    /** Repositories of a hundred records as CAR files: spooled, proven, written as JSON. */
    static Measured cars(int count) {
        int size = 100;
        byte[] car = Samples.repository(size).car();
        SigningKey key = Samples.KEY.publicKey();
        Measured repos =
                Measured.of(
                        "records of CAR files, tree and CID proven",
                        RECORDS_GOAL / size,
                        count / size,
                        i -> read(car, key, size));
        return new Measured(repos.what(), repos.perSecond() * size, RECORDS_GOAL, repos.evenness());
    }

    private static void read(byte[] car, SigningKey key, int size) {
        AtomicInteger records = new AtomicInteger();
        try (SpooledBlocks blocks =
                SpooledBlocks.read(new ByteArrayInputStream(car), CarLimits.REPO, SPOOL)) {
            RepoSnapshot.open(blocks, blocks.root(), TestRepo.DID, key)
                    .forEachRecord(
                            (path, cid, block) ->
                                    records.addAndGet(
                                            RecordJson.of(block.orElseThrow()).length > 0 ? 1 : 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (records.get() != size) {
            throw new IllegalStateException("a sample has " + records + " records");
        }
    }

    /**
     * Live events of the benchmark's corpus, 13 kB on average: decoded, and the CID computed where
     * {@code pattern} wants their collection.
     */
    static Measured events(int count, String pattern) {
        StreamDecoder decoder =
                new JetstreamV1Decoder(new RowParser(new WantedCollections(List.of(pattern))));
        List<StreamMessage> events =
                Samples.events(SEED, 0, Math.min(count, VARIETY)).stream()
                        .<StreamMessage>map(StreamMessage.Text::new)
                        .toList();
        return Measured.of(
                "events of Jetstream for " + pattern,
                EVENTS_GOAL,
                count,
                i -> {
                    if (!(decoder.decode(events.get(i % events.size()))
                            instanceof StreamEvent.Rows)) {
                        throw new IllegalStateException("a sample is no event");
                    }
                });
    }

    /** Signatures of commits. */
    static Measured signatures(int count) {
        TestRepo.State repo = Samples.repository(1);
        byte[] block = Objects.requireNonNull(repo.blocks().get(repo.commit()));
        SigningKey key = Samples.KEY.publicKey();
        return Measured.of(
                "commits read, signature proven (K-256)",
                SIGNATURES_GOAL,
                count,
                i -> Commit.parse(block).requireSignedBy(key));
    }
}
