package dev.pressline.local.embedded;

import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.ChildSpec;
import dev.pressline.local.process.Installation;
import dev.pressline.local.process.JavaCommand;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Patience;
import dev.pressline.local.process.Ports;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A real Kafka broker of one node, in a process of its own, listening on loopback. What it has
 * stored stays in its directory when it is closed, so that starting again there goes on. It ends
 * with this JVM. Thread-safe.
 */
public final class EmbeddedKafka implements AutoCloseable {

    /** The port where Kafka usually listens. */
    public static final int USUAL_PORT = 9092;

    private static final String NAME = "kafka";
    private static final int USUAL_CONTROLLER_PORT = 9093;
    private static final int HEAP_MEBIBYTES = 256;
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final ChildProcess process;
    private final int port;
    private final String clusterId;

    private EmbeddedKafka(ChildProcess process, int port, String clusterId) {
        this.process = process;
        this.port = port;
        this.clusterId = clusterId;
    }

    /**
     * Starts a broker on free ports and waits until it answers. {@code directory} holds its data,
     * its log and its temporary files.
     */
    public static EmbeddedKafka start(Path directory) {
        return start(directory, Ports.FREE);
    }

    /**
     * Starts a broker and waits until it answers as the cluster that {@code directory} holds.
     * Throws {@link LaunchException} with the last lines of its log when it does not.
     */
    public static EmbeddedKafka start(Path directory, Ports ports) {
        return start(directory, ports, List.of());
    }

    /**
     * The same for a broker with the settings of a properties file besides: listeners in it come
     * beside ours, other settings in their place.
     */
    public static EmbeddedKafka start(Path directory, Ports ports, Path settings) {
        return start(directory, ports, List.of(settings.toString()));
    }

    private static EmbeddedKafka start(Path directory, Ports ports, List<String> settings) {
        int port = ports.choose(USUAL_PORT);
        Path data = directory.resolve(NAME);
        int controllerPort = ports.choose(USUAL_CONTROLLER_PORT);
        List<String> arguments = new ArrayList<>();
        arguments.add(data.toString());
        arguments.add(Integer.toString(port));
        arguments.add(Integer.toString(controllerPort));
        arguments.addAll(settings);
        ChildProcess process = ChildProcess.start(spec(directory, arguments));
        try {
            return new EmbeddedKafka(process, port, awaitCluster(process, data, port));
        } catch (RuntimeException e) {
            process.kill();
            throw e;
        }
    }

    private static ChildSpec spec(Path directory, List<String> arguments) {
        JavaCommand command =
                new JavaCommand(
                        Installation.find().broker(),
                        "dev.pressline.local.broker.BrokerMain",
                        HEAP_MEBIBYTES,
                        arguments);
        return new ChildSpec(NAME, command, Map.of(), directory);
    }

    private static String awaitCluster(ChildProcess process, Path data, int port) {
        SocketProbe.await(process, port);
        String answering = askClusterId(process, port);
        String expected = storedClusterId(data);
        if (!answering.equals(expected)) {
            throw new LaunchException(
                    "another Kafka cluster (" + answering + ") answers on port " + port);
        }
        return answering;
    }

    private static String askClusterId(ChildProcess process, int port) {
        try (Admin admin = Admin.create(adminConfig(port))) {
            return Patience.FOR_A_START.await(
                    "Kafka on port " + port,
                    () -> {
                        process.requireAlive();
                        return clusterId(admin);
                    });
        }
    }

    private static Optional<String> clusterId(Admin admin) {
        try {
            return Optional.of(admin.describeCluster().clusterId().get(5, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while waiting for Kafka", e);
        }
    }

    private static String storedClusterId(Path data) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("meta.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new LaunchException("the broker's directory " + data + " is unreadable", e);
        }
        return properties.getProperty("cluster.id", "none");
    }

    private static Map<String, Object> adminConfig(int port) {
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port,
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 50,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    }

    /** A new administrator's client of this broker; the caller closes it. */
    public Admin admin() {
        return Admin.create(adminConfig(port));
    }

    /** What clients need as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The id of the cluster, which stays with the directory. */
    public String clusterId() {
        return clusterId;
    }

    /** The process, for what concerns any child: its id, its log, a crash. */
    public ChildProcess process() {
        return process;
    }

    /** Stops the broker in good order; its data stays. */
    @Override
    public void close() {
        process.stop(GRACE);
    }
}
