package dev.pressline.ingest.live;

import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.ingest.archive.ArchiveClient;
import dev.pressline.ingest.archive.ArchiveEvents;
import dev.pressline.ingest.backfill.Backfills;
import dev.pressline.ingest.config.IngestConfig;
import dev.pressline.ingest.cursor.Claim;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.identity.ResolvedKeys;
import dev.pressline.ingest.publish.Intakes;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.source.RecordSource.StreamSource;
import dev.pressline.ingest.stream.CommitRows;
import dev.pressline.ingest.stream.FirehoseDecoder;
import dev.pressline.ingest.stream.JetstreamV1Decoder;
import dev.pressline.ingest.stream.JetstreamV2Decoder;
import dev.pressline.ingest.stream.RepoHeads;
import dev.pressline.ingest.stream.TapDecoder;
import dev.pressline.kit.health.LoopMonitor;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** The live streams that the configuration names. Thread-safe. */
@ApplicationScoped
public class Streams {

    private static final Duration PING = Duration.ofSeconds(20);

    private final Inputs inputs;
    private final Outputs outputs;
    private final LoopMonitor monitor;
    private final Map<String, StreamMetrics> metrics;

    /** The name of this replica in claims; another one after each start. */
    private final String replica = UUID.randomUUID().toString();

    private final OkHttpClient client =
            new OkHttpClient.Builder().pingInterval(PING).readTimeout(Duration.ZERO).build();

    /** What streams are read with. */
    record Inputs(
            IngestConfig config,
            WantedCollections wanted,
            RowParser parser,
            DidResolver dids,
            Clock clock) {}

    /** Where what they say goes. */
    record Outputs(
            Intakes intakes, StreamTools.Notes notes, History history, Backfills backfills) {}

    Streams(Inputs inputs, Outputs outputs, MeterRegistry registry, LoopMonitor monitor) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.monitor = monitor;
        this.metrics =
                inputs.config().sources().keySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Function.identity(),
                                        name -> new StreamMetrics(registry, name)));
    }

    /** The streams that the configuration names. */
    public List<StreamSource> sources() {
        return inputs.config().sources().keySet().stream().map(StreamSource::new).toList();
    }

    /**
     * Begins to read a configured stream behind {@code cursor}, moving it under a claim from now
     * on; without one, what is said from now on.
     */
    public RunningStream start(StreamSource source, Optional<Cursor.OfStream> cursor) {
        IngestConfig.Stream stream = configured(source);
        HttpUrl url = url(stream);
        Claim claim = cursor.map(Cursor::movedUnder).orElse(Claim.NONE).next(replica);
        StreamReader reader =
                new StreamReader(
                        source,
                        protocol(source, stream, url),
                        tools(source, url),
                        new StreamTools.Start(cursor, claim));
        Thread thread = Thread.ofVirtual().name("stream " + source.name()).start(reader::run);
        return new RunningStream(reader, thread);
    }

    private IngestConfig.Stream configured(StreamSource source) {
        return Objects.requireNonNull(
                inputs.config().sources().get(source.name()), "a configured source");
    }

    private StreamMetrics metrics(StreamSource source) {
        return Objects.requireNonNull(metrics.get(source.name()), "a configured source");
    }

    /** How those stand that this replica reads or has read. */
    public List<StreamState> states() {
        return metrics.values().stream()
                .filter(StreamMetrics::isBegun)
                .map(StreamMetrics::state)
                .sorted(Comparator.comparing(StreamState::name))
                .toList();
    }

    /** Throws {@link IllegalStateException} that names the setting no stream can be read from. */
    public void check() {
        inputs.config()
                .sources()
                .forEach(
                        (name, stream) -> {
                            if (HttpUrl.parse(http(stream)) == null) {
                                throw new IllegalStateException(
                                        "pressline.ingest.sources."
                                                + name
                                                + ".url: not a ws:// or wss:// address: "
                                                + stream.url());
                            }
                        });
    }

    private static HttpUrl url(IngestConfig.Stream stream) {
        return HttpUrl.get(http(stream));
    }

    private static String http(IngestConfig.Stream stream) {
        return stream.url().toString().replaceFirst("^ws", "http");
    }

    private StreamTools tools(StreamSource source, HttpUrl url) {
        return new StreamTools(
                client,
                outputs.intakes(),
                outputs.notes(),
                outputs.history(),
                inputs.wanted(),
                new ArchiveEvents(inputs.parser(), inputs.wanted()),
                url.host(),
                outputs.backfills()::readAnew,
                inputs.dids()::forget,
                metrics(source).begun(),
                monitor.loop("stream " + source.name()),
                inputs.clock());
    }

    private StreamProtocol protocol(StreamSource source, IngestConfig.Stream stream, HttpUrl url) {
        return switch (stream.kind()) {
            case SUBSCRIBE_REPOS -> firehose(source, url);
            case JETSTREAM_V1 ->
                    new JetstreamV1Protocol(
                            url, inputs.wanted(), new JetstreamV1Decoder(inputs.parser()));
            case JETSTREAM -> jetstream(stream, url);
            case TAP ->
                    new TapProtocol(
                            url,
                            stream.password(),
                            new TapDecoder(inputs.parser(), inputs.clock()));
        };
    }

    private StreamProtocol jetstream(IngestConfig.Stream stream, HttpUrl url) {
        ArchiveClient archive = new ArchiveClient(client, url, inputs.wanted().patterns());
        return new JetstreamV2Protocol(
                url,
                inputs.wanted(),
                new JetstreamV2Decoder(inputs.parser()),
                Optional.of(new JetstreamCompression(client, url)),
                Optional.of(archive).filter(each -> stream.archive()));
    }

    private StreamProtocol firehose(StreamSource source, HttpUrl url) {
        RepoHeads heads = outputs.notes().heads().load(source);
        CommitRows rows = new CommitRows(inputs.wanted());
        ResolvedKeys keys = new ResolvedKeys(inputs.dids());
        return new FirehoseProtocol(url, new FirehoseDecoder(rows, keys, heads), heads);
    }

    @PreDestroy
    void close() {
        client.dispatcher().executorService().shutdown();
    }
}
