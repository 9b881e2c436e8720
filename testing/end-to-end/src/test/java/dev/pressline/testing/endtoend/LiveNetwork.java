package dev.pressline.testing.endtoend;

import static dev.pressline.testing.endtoend.AccountOnSite.DOCUMENTS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PDS for each kind of source, so that nothing comes by two of them: one for each live stream,
 * and one that is read by backfills alone.
 */
final class LiveNetwork implements AutoCloseable {

    private final PdsTestbed testbed;
    private final Map<LiveSource, Pds> servers = new EnumMap<>(LiveSource.class);
    private final List<NodeScript> simulators = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();

    private LiveNetwork(PdsTestbed testbed) {
        this.testbed = testbed;
        environment.putAll(testbed.environment());
    }

    /** Starts all; {@code faults} are settings of the simulators. */
    static LiveNetwork start(Map<String, String> faults) {
        LiveSource[] sources = LiveSource.values();
        LiveNetwork network = new LiveNetwork(PdsTestbed.start(1 + sources.length));
        for (LiveSource source : sources) {
            network.add(source, faults);
        }
        return network;
    }

    private void add(LiveSource source, Map<String, String> faults) {
        Pds pds = testbed.servers().get(1 + source.ordinal());
        servers.put(source, pds);
        Optional<NodeScript> simulator = source.simulator(pds, faults);
        simulator.ifPresent(simulators::add);
        String url =
                simulator
                        .map(each -> each.ready().path("url").asText())
                        .orElse(pds.url().replaceFirst("^http", "ws"));
        environment.putAll(source.settings(url));
    }

    /** What services need to read it. */
    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** A new account of this name for each kind of live stream. */
    List<Writer> writers(RunningPipeline pipeline, String name) {
        List<Writer> writers = new ArrayList<>();
        servers.forEach(
                (source, pds) -> writers.add(Writer.live(source, pds.newAccount(name), pipeline)));
        return writers;
    }

    /** A new account of this name whose repository is read by backfills alone. */
    Writer listed(RunningPipeline pipeline, String name) {
        return Writer.listed(testbed.servers().getFirst().newAccount(name), pipeline);
    }

    /** Waits until every stream is read: what happened before is not theirs. */
    void awaitStreams(RunningPipeline pipeline) {
        servers.keySet().forEach(source -> awaitStream(source, pipeline));
    }

    /** Knocks until something of a stream is there. */
    private void awaitStream(LiveSource source, RunningPipeline pipeline) {
        PdsAccount account = servers.get(source).newAccount("knock");
        Writer knock = Writer.live(source, account, pipeline);
        AtomicInteger knocks = new AtomicInteger();
        pipeline.await(
                source.kind() + " to be read",
                () -> {
                    knock.write(Rows.rev(1), "Knock " + knocks.incrementAndGet());
                    return RawTopic.of(pipeline).records(knock.account().did(), DOCUMENTS).isEmpty()
                            ? Optional.empty()
                            : Optional.of(true);
                });
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (NodeScript simulator : simulators) {
            simulator.close();
        }
        testbed.close();
    }
}
