package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pressline.atproto.LoopbackHost;
import dev.pressline.contract.event.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Strangers say where their repositories and pictures lie: at addresses inside, in every spelling,
 * by names that lead there, all the time or every other millisecond, and by way of redirects. A
 * recorder sees that nothing goes there.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@EnabledIfSystemProperty(named = "pressline.long", matches = "true")
class OutgoingConnectionsTest {

    private static final List<String> INSIDE =
            List.of(
                    "https://10.0.0.1",
                    "https://172.16.0.1",
                    "https://192.168.0.1",
                    "https://169.254.169.254",
                    "https://100.64.0.1",
                    "https://0.0.0.0",
                    "https://0x0a000001",
                    "https://167772161",
                    "https://10.1",
                    "https://[::ffff:10.0.0.1]",
                    "https://[::ffff:a00:1]",
                    "https://[64:ff9b::a00:1]",
                    "https://[fd00::1]",
                    "https://[fe80::1]",
                    "https://intern.example",
                    "https://intern.example:8443",
                    "http://10.0.0.1:9000");

    private static final String FIXED = "127.0.0.1 localhost\n10.0.0.1 intern.example\n";

    /** Where a changing name leads when it is not inside. */
    private static final URI CHANGED = URI.create("https://127.0.0.1:443");

    private static final List<String> CHANGING =
            IntStream.range(0, 8).mapToObj(i -> "changing" + i + ".example").toList();

    @TempDir Path data;

    private final List<LoopbackHost> hosts = new ArrayList<>();
    private final List<String> accounts = new ArrayList<>();

    @Test
    void servicesAskedToReadFromInside_connectToWhatTheyWereToldOfAndToNothingElse()
            throws IOException {
        // Given
        assumeTrue(ConnectionRecorder.installed().isPresent(), "strace is not installed");
        try (FakePlc plc = new FakePlc();
                ChangingNames names = ChangingNames.start(data, FIXED, CHANGING);
                RunningPipeline pipeline = RunningPipeline.start(data, settings(plc, names));
                ConnectionRecorder ingest = recorder(pipeline, "ingest");
                ConnectionRecorder normalize = recorder(pipeline, "normalize")) {
            LoopbackHost good = host(LoopbackHost.answering("200 OK", "", Pictures.png(1)));
            accounts.add(plc.account(good));
            INSIDE.forEach(inside -> lyingAt(plc, inside));
            CHANGING.forEach(name -> lyingAt(plc, "https://" + name));

            // When
            accounts.forEach(pipeline::beginRepo);
            pipeline.importRows(
                    accounts.stream()
                            .map(did -> Pictures.row(did, "picture", 1, Pictures.png(1)))
                            .toArray(String[]::new));

            // Then
            Set<String> known = known(pipeline, plc);
            assertThat(ingest.connections())
                    .isSubsetOf(known)
                    .contains(address(URI.create(good.url())), address(CHANGED));
            assertThat(normalize.connections())
                    .isSubsetOf(known)
                    .contains(address(URI.create(good.url())), address(CHANGED));
            assertThat(accounts)
                    .noneMatch(
                            did ->
                                    pipeline.values(Topics.NORMALIZED, Pictures.uri(did, "picture"))
                                            .isEmpty());
        } finally {
            hosts.forEach(LoopbackHost::close);
        }
    }

    private static Map<String, String> settings(FakePlc plc, ChangingNames names) {
        return plc.settings(
                Map.of(
                        "JAVA_TOOL_OPTIONS",
                        names.options(),
                        "PRESSLINE_NORMALIZE_BLOBS_PATIENCE",
                        "20s"));
    }

    private ConnectionRecorder recorder(RunningPipeline pipeline, String service)
            throws IOException {
        return ConnectionRecorder.attach(pipeline.pid(service), data);
    }

    /** One account whose server is there, and one whose server leads there. */
    private void lyingAt(FakePlc plc, String inside) {
        accounts.add(plc.account(inside));
        String location = "Location: " + inside + "/\r\n";
        accounts.add(plc.account(host(LoopbackHost.answering("302 Found", location, ""))));
    }

    private LoopbackHost host(LoopbackHost.Behaviour behaviour) {
        LoopbackHost host = LoopbackHost.start(behaviour);
        hosts.add(host);
        return host;
    }

    /** Broker, store, directory, the servers that are on this machine. */
    private Set<String> known(RunningPipeline pipeline, FakePlc plc) {
        Stream<URI> strangers =
                Stream.concat(hosts.stream().map(LoopbackHost::url), Stream.of(plc.url()))
                        .map(URI::create);
        return Stream.of(pipeline.foundations(), strangers, Stream.of(CHANGED))
                .flatMap(Function.identity())
                .map(OutgoingConnectionsTest::address)
                .collect(Collectors.toSet());
    }

    private static String address(URI url) {
        return "127.0.0.1:" + url.getPort();
    }
}
