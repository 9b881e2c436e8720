package dev.pressline.local.pipeline;

import dev.pressline.local.embedded.EmbeddedKafka;
import dev.pressline.local.embedded.EmbeddedStore;
import dev.pressline.local.embedded.KeyPair;
import dev.pressline.local.embedded.TopicSetup;
import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.LaunchException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;

/**
 * Broker and store as child processes of this JVM, on a data directory that outlives them.
 * Thread-safe.
 *
 * @param kafka the broker
 * @param store the store
 */
public record EmbeddedFoundation(EmbeddedKafka kafka, EmbeddedStore store) implements Foundation {

    /** Starts both side by side; see {@link Foundation.Kind#start}. */
    public static Foundation start(PipelineOptions options, StartListener listener) {
        CompletableFuture<EmbeddedKafka> kafka = beside(() -> startKafka(options, listener));
        CompletableFuture<EmbeddedStore> store = beside(() -> startStore(options, listener));
        try {
            return new EmbeddedFoundation(kafka.join(), store.join());
        } catch (CompletionException e) {
            closeWhenStarted(kafka);
            closeWhenStarted(store);
            throw e.getCause() instanceof LaunchException cause
                    ? cause
                    : new LaunchException("broker and store cannot be started", e);
        }
    }

    private static EmbeddedKafka startKafka(PipelineOptions options, StartListener listener) {
        listener.starting("kafka");
        EmbeddedKafka kafka = EmbeddedKafka.start(options.data(), options.ports());
        try (Admin admin = kafka.admin()) {
            TopicSetup.SINGLE_NODE.create(admin);
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
        listener.ready("kafka", kafka.bootstrapServers());
        return kafka;
    }

    private static EmbeddedStore startStore(PipelineOptions options, StartListener listener) {
        listener.starting("store");
        EmbeddedStore store =
                EmbeddedStore.start(options.data(), options.ports(), KeyPair.random());
        store.createBuckets(Addresses.BUCKETS);
        listener.ready("store", store.endpoint());
        return store;
    }

    private static <T> CompletableFuture<T> beside(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
    }

    private static void closeWhenStarted(CompletableFuture<? extends AutoCloseable> future) {
        future.handle(
                        (started, failure) -> {
                            if (started != null) {
                                close(started);
                            }
                            return failure == null;
                        })
                .join();
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new LaunchException("a part does not stop", e);
        }
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public String clusterId() {
        return kafka.clusterId();
    }

    @Override
    public String storeEndpoint() {
        return store.endpoint();
    }

    @Override
    public KeyPair storeKeys() {
        return store.keys();
    }

    @Override
    public List<ChildProcess> children() {
        return List.of(kafka.process(), store.process());
    }

    @Override
    public void close() {
        store.close();
        kafka.close();
    }
}
