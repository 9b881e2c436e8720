package dev.pressline.normalize.stage;

import dev.pressline.atproto.http.GuardedHttp;
import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.atproto.pds.PdsClient;
import dev.pressline.contract.event.Topics;
import dev.pressline.kit.health.Requirements;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.kit.store.StoreConfig;
import dev.pressline.normalize.blob.BlobFetches;
import dev.pressline.normalize.blob.BlobKeeper;
import dev.pressline.normalize.core.Normalizer;
import dev.pressline.normalize.repair.RepairSwitches;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** The plain objects of normalize as beans. */
@ApplicationScoped
class Beans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Normalizer normalizer(NormalizeConfig config) {
        return new Normalizer(
                new RepairSwitches(
                        config.inferredRepairs(),
                        config.disabledRules().orElse(java.util.Set.of())));
    }

    @Produces
    @Singleton
    BlobFetches fetches(
            ObjectStore store,
            StoreConfig buckets,
            AtprotoConfig network,
            NormalizeConfig config,
            Clock clock,
            MeterRegistry registry) {
        GuardedHttp http = new GuardedHttp(network.allowLoopback(), clock);
        DidResolver resolver =
                new DidResolver(http, network.plcUrl(), network.allowLoopback(), clock);
        PdsBlobs blobs =
                new PdsBlobs(resolver, new PdsClient(http), config.blobs().maxSize().asLongValue());
        BlobFetches fetches =
                new BlobFetches(
                        new BlobKeeper(blobs, store, buckets.siteBucket()),
                        config.blobs().concurrency());
        Gauge.builder("pressline.blobs.in.flight", fetches, BlobFetches::inFlight)
                .description("Blobs being fetched now")
                .register(registry);
        return fetches;
    }

    void close(@Disposes BlobFetches fetches) {
        fetches.close();
    }

    @Produces
    @Singleton
    Requirements requirements(StoreConfig store) {
        return new Requirements(
                List.of(Topics.RAW, Topics.NORMALIZED, Topics.deadLetters(Topics.RAW, "normalize")),
                List.of(store.siteBucket(), store.valuesBucket()));
    }
}
