package dev.pressline.normalize.stage;

import dev.pressline.atproto.http.GuardedHttp;
import dev.pressline.atproto.http.Limits;
import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.atproto.identity.HandleResolver;
import dev.pressline.atproto.identity.SystemTxtRecords;
import dev.pressline.atproto.pds.PdsClient;
import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.kit.health.Requirements;
import dev.pressline.kit.store.AccountStandings;
import dev.pressline.kit.store.Buckets;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.normalize.blob.AccountBlobs;
import dev.pressline.normalize.blob.BlobFetches;
import dev.pressline.normalize.blob.BlobKeeper;
import dev.pressline.normalize.blob.BlobShelves;
import dev.pressline.normalize.blob.BodyKeeper;
import dev.pressline.normalize.blob.ServedBlobs;
import dev.pressline.normalize.blob.SpoolDirectory;
import dev.pressline.normalize.blob.Variants;
import dev.pressline.normalize.core.Normalizer;
import dev.pressline.normalize.event.DocumentBlobs;
import dev.pressline.normalize.event.DocumentBodies;
import dev.pressline.normalize.event.NormalizedEvents;
import dev.pressline.normalize.image.ImageLimits;
import dev.pressline.normalize.lookup.Handles;
import dev.pressline.normalize.lookup.SiteChecks;
import dev.pressline.normalize.part.PartStore;
import dev.pressline.normalize.pending.Pauses;
import dev.pressline.normalize.pending.PendingDocuments;
import dev.pressline.normalize.pending.PendingLimits;
import dev.pressline.normalize.pending.RawRecords;
import dev.pressline.normalize.repair.RepairSwitches;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The plain objects of normalize as beans. */
@ApplicationScoped
class Beans {

    /** Older than this, a spooled file belongs to a process that has died. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Normalizer normalizer(NormalizeConfig config) {
        return new Normalizer(
                RepairSwitches.of(
                        config.inferredRepairs(), config.disabledRules().orElse(Set.of())));
    }

    @Produces
    @Singleton
    GuardedHttp http(AtprotoConfig network, Clock clock) {
        return new GuardedHttp(network.allowLoopback(), clock);
    }

    @Produces
    @Singleton
    DidResolver dids(GuardedHttp http, AtprotoConfig network, Clock clock) {
        return new DidResolver(http, network.plcUrl(), network.allowLoopback(), clock);
    }

    @Produces
    @Singleton
    Handles handles(GuardedHttp http, DidResolver dids, NormalizeConfig config) {
        NormalizeConfig.LookUps lookUps = config.lookUps();
        HandleResolver handles = new HandleResolver(http, new SystemTxtRecords(), dids);
        return new Handles(
                lookUps.enabled()
                        ? Optional.of(new ResolvedHandles(dids, handles))
                        : Optional.empty(),
                lookUps.patience());
    }

    @Produces
    @Singleton
    SiteChecks sites(GuardedHttp http, NormalizeConfig config) {
        NormalizeConfig.LookUps lookUps = config.lookUps();
        return new SiteChecks(
                lookUps.enabled() ? Optional.of(new WebSites(http)) : Optional.empty(),
                lookUps.patience());
    }

    void close(@Disposes SiteChecks sites) {
        sites.close();
    }

    void close(@Disposes Handles handles) {
        handles.close();
    }

    @Produces
    @Singleton
    BlobFetches fetches(
            BlobKeeper keeper,
            GuardedHttp http,
            DidResolver dids,
            NormalizeConfig config,
            BlobMetrics metrics,
            MeterRegistry registry) {
        Limits limits =
                new Limits(config.blobs().maxSize().asLongValue(), config.blobs().timeout());
        BlobFetches fetches =
                new BlobFetches(
                        new PdsBlobs(dids, new PdsClient(http), limits, metrics),
                        keeper,
                        new BlobFetches.Concurrency(
                                config.blobs().concurrency(),
                                config.blobs().concurrencyPerServer()));
        Gauge.builder("pressline.blobs.in.flight", fetches, BlobFetches::inFlight)
                .description("Blobs being fetched now")
                .register(registry);
        return fetches;
    }

    @Produces
    @Startup
    @Singleton
    BlobMetrics blobMetrics(MeterRegistry registry) {
        return new BlobMetrics(registry);
    }

    @Produces
    @Singleton
    BlobKeeper keeper(ObjectStore store, Buckets buckets, SpoolDirectory spools) {
        return new BlobKeeper(
                store,
                buckets.values(),
                spools,
                new ServedBlobs(store, buckets.site(), spools, ImageLimits.DEFAULT));
    }

    @Produces
    @Singleton
    SpoolDirectory spools(NormalizeConfig config, Clock clock) {
        SpoolDirectory directory =
                new SpoolDirectory(
                        config.blobs()
                                .spoolDirectory()
                                .orElse(
                                        Path.of(
                                                System.getProperty("java.io.tmpdir"),
                                                "pressline")));
        directory.sweep(clock.instant().minus(ABANDONED));
        return directory;
    }

    @Produces
    @Singleton
    Variants variants(
            ObjectStore store, Buckets buckets, SpoolDirectory spools, MeterRegistry registry) {
        Variants variants = Variants.of(store, buckets.site(), buckets.notes(), spools);
        Gauge.builder("pressline.blobs.variants.waiting", variants, Variants::waiting)
                .description("Pictures that wait for their narrower copies")
                .register(registry);
        return variants;
    }

    @Produces
    @Singleton
    AccountBlobs accountBlobs(ObjectStore store, Buckets buckets, AccountStandings standings) {
        return new AccountBlobs(store, buckets, standings);
    }

    @Produces
    @Singleton
    BlobShelves shelves(ObjectStore store, Buckets buckets, BlobKeeper keeper, Variants variants) {
        return new BlobShelves(store, buckets, keeper, variants);
    }

    void close(@Disposes Variants variants) {
        variants.close();
    }

    void close(@Disposes BlobFetches fetches) {
        fetches.close();
    }

    @Produces
    @Singleton
    DocumentBodies bodies(
            ObjectStore store,
            Buckets buckets,
            SpoolDirectory spools,
            GuardedHttp http,
            DidResolver dids,
            BlobMetrics metrics,
            NormalizeConfig config) {
        NormalizeConfig.Blobs blobs = config.blobs();
        Limits limits = new Limits(BodyKeeper.LARGEST, blobs.timeout());
        BodyKeeper keeper = new BodyKeeper(store, buckets.values(), spools);
        BlobFetches fetches =
                new BlobFetches(
                        new PdsBlobs(dids, new PdsClient(http), limits, metrics),
                        keeper,
                        new BlobFetches.Concurrency(
                                blobs.concurrency(), blobs.concurrencyPerServer()));
        return new DocumentBodies(fetches, keeper, blobs.patience());
    }

    void close(@Disposes DocumentBodies bodies) {
        bodies.close();
    }

    @Produces
    @Singleton
    PartStore parts(ObjectStore store, Buckets buckets) {
        return new PartStore(store, buckets.notes());
    }

    @Produces
    @Singleton
    RawRecords raw(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        return RawRecords.of(kafka);
    }

    void close(@Disposes RawRecords raw) {
        raw.close();
    }

    @Produces
    @Singleton
    PartJoins joins(
            PartStore parts, NormalizedEvents events, LargeValues largeValues, RawRecords raw) {
        return new PartJoins(parts, events, largeValues, raw);
    }

    @Produces
    @Singleton
    NormalizedEvents events(
            Normalizer normalizer,
            PartStore parts,
            DocumentBodies bodies,
            BlobFetches fetches,
            Variants variants,
            Handles handles,
            SiteChecks sites,
            AccountBlobs accounts,
            LargeValues largeValues,
            NormalizeConfig config,
            Clock clock) {
        DocumentBlobs blobs =
                new DocumentBlobs(fetches, variants, accounts, config.blobs().patience());
        return new NormalizedEvents(
                normalizer, parts, bodies, blobs, handles, sites, largeValues, clock);
    }

    @Produces
    @Singleton
    PendingDocuments pending(NormalizeConfig config, Clock clock, MeterRegistry registry) {
        NormalizeConfig.Blobs blobs = config.blobs();
        PendingDocuments pending =
                new PendingDocuments(
                        new PendingLimits(blobs.maxPending(), config.floods().maxPutOff()),
                        new Pauses(blobs.retryAfter(), blobs.retryAtMost()),
                        clock);
        Gauge.builder("pressline.documents.pending", pending, PendingDocuments::size)
                .description("Records that are to be looked at again, of the partitions owned here")
                .register(registry);
        return pending;
    }

    @Produces
    @Singleton
    Requirements requirements(Buckets buckets, Generation own) {
        return new Requirements(
                Stream.of(
                                Topics.RAW,
                                Topics.NORMALIZED,
                                Topics.PENDING,
                                Topics.deadLetters(Topics.RAW, "normalize"))
                        .map(own::topic)
                        .toList(),
                List.of(buckets.site(), buckets.notes(), buckets.values()));
    }
}
