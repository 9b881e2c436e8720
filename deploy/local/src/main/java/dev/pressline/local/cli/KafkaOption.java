package dev.pressline.local.cli;

import dev.pressline.local.process.LaunchException;
import dev.pressline.local.watch.KafkaAccess;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that say which brokers: those of the local pipeline, or any. */
final class KafkaOption {

    @Mixin private DataOption data = new DataOption();

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT,…",
            scope = ScopeType.INHERIT,
            description = "Brokers of your own; those of the local pipeline by default.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Settings of Kafka clients, such as credentials, as a properties file.")
    private @Nullable Path config;

    /** Where the local pipeline keeps everything. */
    DataOption data() {
        return data;
    }

    /** How to reach them; throws {@link LaunchException} when nothing says so. */
    KafkaAccess access() {
        Map<String, String> settings = new HashMap<>(configured());
        Optional.ofNullable(bootstrapServers)
                .ifPresent(
                        servers ->
                                settings.put(
                                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers));
        settings.computeIfAbsent(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                name -> data.running().addresses().bootstrapServers());
        return new KafkaAccess(settings);
    }

    private Map<String, String> configured() {
        Map<String, String> settings = new HashMap<>();
        Path file = config;
        if (file != null) {
            Properties read = new Properties();
            try (Reader text = Files.newBufferedReader(file)) {
                read.load(text);
            } catch (IOException | IllegalArgumentException e) {
                throw new LaunchException("--kafka-config " + file + " cannot be read: " + e, e);
            }
            read.stringPropertyNames().forEach(name -> settings.put(name, read.getProperty(name)));
        }
        return settings;
    }
}
