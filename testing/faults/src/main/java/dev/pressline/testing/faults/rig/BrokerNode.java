package dev.pressline.testing.faults.rig;

import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.ChildSpec;
import dev.pressline.local.process.Installation;
import dev.pressline.local.process.JavaCommand;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Patience;
import dev.pressline.local.process.Ports;
import dev.pressline.testing.faults.proxy.FaultyProxy;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * One node of a cluster, broker and controller together, in a process of its own. Its clients come
 * through a proxy, which it advertises; other nodes come straight. Not thread-safe.
 */
public final class BrokerNode implements AutoCloseable {

    private static final int HEAP_MEBIBYTES = 320;
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final int id;
    private final Path directory;
    private final int clientPort = Ports.FREE.choose(0);
    private final int innerPort = Ports.FREE.choose(0);
    private final int controllerPort = Ports.FREE.choose(0);
    private final FaultyProxy proxy;
    private Optional<ChildProcess> process = Optional.empty();

    BrokerNode(int id, Path directory) {
        this.id = id;
        this.directory = directory;
        try {
            this.proxy = FaultyProxy.before(clientPort);
        } catch (IOException e) {
            throw new LaunchException("no proxy before broker " + id, e);
        }
    }

    /** Its vote in the quorum of controllers. */
    String voter() {
        return id + "@127.0.0.1:" + controllerPort;
    }

    /** Where clients find it. */
    String address() {
        return "127.0.0.1:" + proxy.port();
    }

    /** What stands between it and its clients. */
    public FaultyProxy proxy() {
        return proxy;
    }

    private Path settings() {
        return directory.resolve("broker-" + id + ".properties");
    }

    /**
     * Writes its settings and begins to format its directory, if that is new; returns what does so.
     */
    ChildProcess format(String clusterId, String voters, int nodes) {
        Properties properties = BrokerSettings.of(id, voters, nodes);
        properties.setProperty("log.dirs", directory.resolve("broker-" + id).toString());
        properties.setProperty(
                "listeners",
                "CLIENT://127.0.0.1:%d,INNER://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(clientPort, innerPort, controllerPort));
        properties.setProperty(
                "advertised.listeners",
                "CLIENT://" + address() + ",INNER://127.0.0.1:" + innerPort);
        try (Writer out = Files.newBufferedWriter(settings())) {
            properties.store(out, null);
        } catch (IOException e) {
            throw new LaunchException("the settings of broker " + id + " cannot be written", e);
        }
        List<String> arguments =
                List.of(
                        "format",
                        "--ignore-formatted",
                        "-t",
                        clusterId,
                        "-c",
                        settings().toString());
        return run("format-" + id, "kafka.tools.StorageTool", arguments);
    }

    /** Starts it, anew or for the first time. */
    public void start() {
        process = Optional.of(run("broker-" + id, "kafka.Kafka", List.of(settings().toString())));
    }

    private ChildProcess run(String name, String main, List<String> arguments) {
        JavaCommand command =
                new JavaCommand(Installation.find().broker(), main, HEAP_MEBIBYTES, arguments);
        return ChildProcess.start(new ChildSpec(name, command, Map.of(), directory));
    }

    /** Ends it as a crash would; its data stays. */
    public void kill() {
        process.ifPresent(ChildProcess::kill);
    }

    /** Stops it in good order, so that others lead what it led. */
    public void stop() {
        process.ifPresent(running -> running.stop(GRACE));
    }

    /** Waits until what formats its directory has ended. */
    static void awaitFormatted(ChildProcess formatting) {
        Patience.FOR_A_START.await(
                formatting.name(), () -> formatting.alive() ? Optional.empty() : Optional.of(true));
    }

    @Override
    public void close() {
        process.ifPresent(running -> running.stop(GRACE));
        try {
            proxy.close();
        } catch (IOException e) {
            throw new LaunchException("the proxy before broker " + id + " does not close", e);
        }
    }
}
