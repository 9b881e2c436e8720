package dev.pressline.local.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker of one node in KRaft mode, broker and controller together, listening on
 * loopback only. Its directory is formatted the first time and kept. Stops in good order when the
 * JVM shuts down.
 *
 * <p>Arguments: data directory, client port, controller port, and a properties file where more is
 * wanted: listeners in it come beside ours, other settings in their place.
 */
public final class BrokerMain {

    private BrokerMain() {}

    /** Runs the broker until the JVM is told to stop. */
    public static void main(String[] args) throws Exception {
        if (args.length < 3 || args.length > 4) {
            System.err.println("usage: BrokerMain DIRECTORY PORT CONTROLLER-PORT [PROPERTIES]");
            System.exit(64);
        }
        Path directory = Files.createDirectories(Path.of(args[0])).toAbsolutePath();
        Properties properties =
                BrokerProperties.of(
                        directory, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        if (args.length == 4) {
            BrokerProperties.add(properties, Path.of(args[3]));
        }
        formatOnce(directory);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-stop"));
        server.startup();
        server.awaitShutdown();
    }

    private static void formatOnce(Path directory) throws Exception {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setPrintStream(System.out)
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerProperties.NODE)
                .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString())
                .run();
    }
}
