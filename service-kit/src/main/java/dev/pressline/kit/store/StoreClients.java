package dev.pressline.kit.store;

import dev.pressline.contract.event.Generation;
import io.micrometer.core.instrument.MeterRegistry;
import io.minio.MinioAsyncClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** Makes the store's client, and the names of its buckets, from the configuration. */
@ApplicationScoped
class StoreClients {

    /**
     * Requests under way at once; OkHttp of itself has five of a host, and lets the others wait.
     */
    static final int REQUESTS = 128;

    private static final int IDLE_CONNECTIONS = 32;

    @Produces
    @Singleton
    Buckets buckets(StoreConfig config, Generation own) {
        return Buckets.of(config, own);
    }

    @Produces
    @Singleton
    ObjectStore store(MinioAsyncClient client, MeterRegistry registry) {
        return new ObjectStore(client, registry);
    }

    @Produces
    @Singleton
    BucketProbe probe(MinioAsyncClient client, StoreConfig config, MeterRegistry registry) {
        return new BucketProbe(client, config.createBuckets(), registry);
    }

    @Produces
    @Singleton
    MinioAsyncClient client(StoreConfig config) {
        return MinioAsyncClient.builder()
                .endpoint(config.endpoint())
                .region(config.region())
                .credentials(config.accessKey(), config.secretKey())
                .httpClient(http(config))
                .build();
    }

    /** Made for many small requests at once. */
    static OkHttpClient http(StoreConfig config) {
        OkHttpClient.Builder http =
                new OkHttpClient.Builder()
                        .dispatcher(dispatcher())
                        .socketFactory(new PromptSockets())
                        .connectTimeout(config.timeout())
                        .readTimeout(config.timeout())
                        .writeTimeout(config.timeout())
                        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES));
        config.trustedCertificates()
                .map(TrustedCertificates::read)
                .ifPresent(trusted -> http.sslSocketFactory(trusted.sockets(), trusted.manager()));
        return http.build();
    }

    private static Dispatcher dispatcher() {
        Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(REQUESTS);
        dispatcher.setMaxRequestsPerHost(REQUESTS);
        return dispatcher;
    }
}
