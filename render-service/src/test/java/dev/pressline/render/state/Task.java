package dev.pressline.render.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** A task of Kafka Streams on a directory, as a store sees it. */
final class Task {

    private static final String APPLICATION = "index";

    private final Path application;
    private Optional<BatchingStateRestoreCallback> restoration = Optional.empty();

    Task(Path directory) {
        this.application = directory.resolve(APPLICATION);
        empty();
    }

    static TopicPartition changelog(String store) {
        return new TopicPartition(APPLICATION + '-' + store + "-changelog", 0);
    }

    static Bytes bytes(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path directory() {
        return application.resolve("0_0");
    }

    Path kept() {
        return application.resolve("kept");
    }

    boolean isClaimed(String store) {
        return Files.exists(directory().resolve(store + ".kept"));
    }

    void open(KeyValueStore<Bytes, byte[]> store) {
        store.init(context(), store);
    }

    void restore(List<KeyValue<byte[], byte[]>> records) {
        restoration.orElseThrow().restoreAll(records);
    }

    /** Empties the directory, as Kafka Streams does behind a task that ended in disorder. */
    void empty() {
        try {
            Utils.delete(directory().toFile());
            Files.createDirectories(directory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Changes a byte of the entries of a closed store, so far into them, as a failing disk does.
     */
    void spoil(String store, double part) throws IOException {
        try (Stream<Path> all = Files.list(kept().resolve("0_0-" + store))) {
            for (Path file : all.filter(each -> each.toString().endsWith(".sst")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[(int) (bytes.length * part)] ^= 1;
                Files.write(file, bytes);
            }
        }
    }

    /** What a process that is killed now leaves behind, in another place. */
    Task copiedTo(Path other) throws IOException {
        Task copy = new Task(other);
        try (Stream<Path> all = Files.walk(application)) {
            for (Path each : all.toList()) {
                Path to = copy.application.resolve(application.relativize(each));
                if (Files.isDirectory(each)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(each, to);
                }
            }
        }
        return copy;
    }

    private StateStoreContext context() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:9");
        StateStoreContext context =
                new MockProcessorContext<>(properties, new TaskId(0, 0), directory().toFile())
                        .getStateStoreContext();
        return (StateStoreContext)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {StateStoreContext.class},
                        (proxy, method, arguments) -> call(context, method, arguments));
    }

    private Object call(StateStoreContext context, Method method, Object[] arguments)
            throws ReflectiveOperationException {
        if (method.getName().equals("register")) {
            restoration = Optional.of((BatchingStateRestoreCallback) arguments[1]);
        }
        return method.invoke(context, arguments);
    }
}
