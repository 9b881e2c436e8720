package dev.pressline.local.pipeline;

import dev.pressline.local.embedded.KeyPair;
import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.ChildSpec;
import dev.pressline.local.process.Patience;
import dev.pressline.local.process.Ports;
import dev.pressline.local.process.Supervised;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * A foundation of broker and store, and the services as child processes of this JVM. Closing it
 * lets the services finish what they hold, in the order of the flow, and stops broker and store
 * last; what was stored stays. Thread-safe.
 */
public final class Pipeline implements Supervised {

    private static final Duration DRAIN = Duration.ofSeconds(30);

    private final Foundation foundation;
    private final Addresses addresses;
    private final Map<Service, ChildSpec> specs = new EnumMap<>(Service.class);
    private final Map<Service, ChildProcess> services = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Pipeline(Foundation foundation, Addresses addresses) {
        this.foundation = foundation;
        this.addresses = addresses;
    }

    /**
     * Starts everything and waits until it is ready. Throws {@link
     * dev.pressline.local.process.LaunchException} when a part does not come up, after stopping the
     * others.
     */
    public static Pipeline start(PipelineOptions options, StartListener listener) {
        return start(options, listener, EmbeddedFoundation::start);
    }

    /** The same on a foundation of another kind. */
    public static Pipeline start(
            PipelineOptions options, StartListener listener, Foundation.Kind kind) {
        Foundation foundation = kind.start(options, listener);
        Pipeline pipeline = new Pipeline(foundation, addresses(foundation, options.ports()));
        try {
            pipeline.startServices(options, listener);
            pipeline.awaitServices(listener);
            return pipeline;
        } catch (RuntimeException e) {
            pipeline.close();
            throw e;
        }
    }

    private static Addresses addresses(Foundation foundation, Ports ports) {
        Map<Service, ServiceAddress> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(
                    service,
                    ServiceAddress.ofPorts(
                            ports.choose(service.usualPort()),
                            ports.choose(service.usualManagementPort())));
        }
        return new Addresses(
                foundation.bootstrapServers(),
                foundation.clusterId(),
                foundation.storeEndpoint(),
                foundation.storeKeys(),
                services,
                KeyPair.secret());
    }

    private void startServices(PipelineOptions options, StartListener listener) {
        String publicUrl =
                options.publicUrl().orElse(addresses.of(Service.RENDER).http().toString());
        for (Service service : Service.values()) {
            listener.starting(service.title());
            Map<String, String> environment = new HashMap<>(options.environment());
            environment.putAll(
                    ServiceEnvironment.of(service, addresses, publicUrl, options.data()));
            ChildSpec spec =
                    new ChildSpec(
                            service.title(),
                            ServiceCommand.of(service),
                            environment,
                            options.data());
            specs.put(service, spec);
            services.put(service, ChildProcess.start(spec));
        }
    }

    /**
     * Kills a service as a crash would, runs {@code meanwhile}, starts it again and waits until
     * everything is ready.
     */
    public void crash(Service service, Runnable meanwhile, StartListener listener) {
        services.computeIfPresent(
                service,
                (key, running) -> {
                    running.kill();
                    meanwhile.run();
                    return ChildProcess.start(spec(service));
                });
        awaitServices(listener);
    }

    private ChildSpec spec(Service service) {
        ChildSpec spec = specs.get(service);
        if (spec == null) {
            throw new IllegalStateException(service.title() + " was never started");
        }
        return spec;
    }

    private void awaitServices(StartListener listener) {
        try (HealthCheck health = new HealthCheck()) {
            List<Service> waiting = new ArrayList<>(List.of(Service.values()));
            Patience.FOR_A_START.await(
                    "services",
                    () -> {
                        requireAlive();
                        waiting.removeIf(service -> ready(service, health, listener));
                        return waiting.isEmpty() ? Optional.of(true) : Optional.empty();
                    });
        }
    }

    private boolean ready(Service service, HealthCheck health, StartListener listener) {
        ServiceAddress address = addresses.of(service);
        boolean up = health.up(address);
        if (up) {
            listener.ready(service.title(), address.http().toString());
        }
        return up;
    }

    /** Where everything is. */
    public Addresses addresses() {
        return addresses;
    }

    /** Every child process, in the order of the flow. */
    public List<ChildProcess> children() {
        return Stream.concat(foundation.children().stream(), running().stream()).toList();
    }

    private List<ChildProcess> running() {
        return Stream.of(Service.values())
                .flatMap(service -> Optional.ofNullable(services.get(service)).stream())
                .toList();
    }

    @Override
    public void requireAlive() {
        children().forEach(ChildProcess::requireAlive);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            running().forEach(service -> service.stop(DRAIN));
            foundation.close();
        }
    }
}
