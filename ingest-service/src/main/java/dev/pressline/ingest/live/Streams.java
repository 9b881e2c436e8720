package dev.pressline.ingest.live;

import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.ingest.backfill.Backfills;
import dev.pressline.ingest.config.IngestConfig;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.CursorStore;
import dev.pressline.ingest.publish.Intakes;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.source.RecordSource.StreamSource;
import dev.pressline.ingest.stream.CommitRows;
import dev.pressline.ingest.stream.FirehoseDecoder;
import dev.pressline.ingest.stream.JetstreamV1Decoder;
import dev.pressline.ingest.stream.JetstreamV2Decoder;
import dev.pressline.ingest.stream.TapDecoder;
import dev.pressline.kit.health.LoopMonitor;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** The live streams that the configuration names, each read by a thread of its own. Thread-safe. */
@ApplicationScoped
public class Streams {

    private static final Duration PING = Duration.ofSeconds(20);

    private final Inputs inputs;
    private final Outputs outputs;
    private final MeterRegistry registry;
    private final LoopMonitor monitor;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
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
    record Outputs(Intakes intakes, CursorStore cursors, Backfills backfills) {}

    Streams(Inputs inputs, Outputs outputs, MeterRegistry registry, LoopMonitor monitor) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.registry = registry;
        this.monitor = monitor;
    }

    /** Begins to read every configured stream from where {@code cursors} say. */
    public void start(Map<String, Cursor> cursors) {
        inputs.config()
                .sources()
                .forEach((name, stream) -> start(new StreamSource(name), stream, cursors));
    }

    private void start(
            StreamSource source, IngestConfig.Stream stream, Map<String, Cursor> cursors) {
        Optional<Cursor.OfStream> cursor =
                Optional.ofNullable(cursors.get(source.id()))
                        .filter(Cursor.OfStream.class::isInstance)
                        .map(Cursor.OfStream.class::cast);
        HttpUrl url = url(stream);
        StreamReader reader =
                new StreamReader(source, protocol(stream, url), tools(source, url), cursor);
        executor.execute(reader::run);
    }

    private static HttpUrl url(IngestConfig.Stream stream) {
        return HttpUrl.get(stream.url().toString().replaceFirst("^ws", "http"));
    }

    private StreamReader.Tools tools(StreamSource source, HttpUrl url) {
        return new StreamReader.Tools(
                client,
                outputs.intakes(),
                outputs.cursors(),
                inputs.wanted().hash(),
                url.host(),
                did -> outputs.backfills().begin(did.value()),
                inputs.dids()::forget,
                new StreamMetrics(registry, source.name()),
                monitor.loop("stream " + source.name()));
    }

    private StreamProtocol protocol(IngestConfig.Stream stream, HttpUrl url) {
        return switch (stream.kind()) {
            case SUBSCRIBE_REPOS ->
                    new FirehoseProtocol(
                            url,
                            new FirehoseDecoder(
                                    new CommitRows(inputs.wanted()),
                                    new ResolvedKeys(inputs.dids())));
            case JETSTREAM_V1 ->
                    new JetstreamV1Protocol(
                            url, inputs.wanted(), new JetstreamV1Decoder(inputs.parser()));
            case JETSTREAM ->
                    new JetstreamV2Protocol(
                            url, inputs.wanted(), new JetstreamV2Decoder(inputs.parser()));
            case TAP ->
                    new TapProtocol(
                            url,
                            stream.password(),
                            new TapDecoder(inputs.parser(), inputs.clock()));
        };
    }

    void stop(@Observes ShutdownEvent event) {
        executor.shutdownNow();
        client.dispatcher().executorService().shutdown();
    }
}
