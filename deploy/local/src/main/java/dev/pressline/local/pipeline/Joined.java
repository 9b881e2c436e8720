package dev.pressline.local.pipeline;

import dev.pressline.contract.event.Generation;
import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.ChildSpec;
import dev.pressline.local.process.Patience;
import dev.pressline.local.process.Ports;
import dev.pressline.local.process.Supervised;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One more replica of a service beside a pipeline that runs, as a child process of this JVM: it
 * shares the work of its group, or makes another generation. Closing it lets it finish what it
 * holds. Thread-safe.
 */
public final class Joined implements Supervised {

    private static final Duration DRAIN = Duration.ofSeconds(30);

    private final ChildProcess process;
    private final ServiceAddress address;

    private Joined(ChildProcess process, ServiceAddress address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts one and waits until it is ready; its log, its files and its state go to {@code files}.
     * Throws {@link dev.pressline.local.process.LaunchException} when it does not come up.
     */
    public static Joined start(
            Service service,
            Generation generation,
            Addresses pipeline,
            String publicUrl,
            Path files) {
        ServiceAddress address = ServiceAddress.ofPorts(Ports.FREE.choose(0), Ports.FREE.choose(0));
        Map<String, String> environment =
                new HashMap<>(
                        ServiceEnvironment.of(
                                service, pipeline.with(service, address), publicUrl, files));
        if (!generation.isFirst()) {
            environment.put("PRESSLINE_GENERATION", generation.name());
        }
        ChildSpec spec =
                new ChildSpec(service.title(), ServiceCommand.of(service), environment, files);
        Joined joined = new Joined(ChildProcess.start(spec), address);
        try {
            joined.awaitReady();
            return joined;
        } catch (RuntimeException e) {
            joined.close();
            throw e;
        }
    }

    private void awaitReady() {
        try (HealthCheck health = new HealthCheck()) {
            Patience.FOR_A_START.await(
                    process.name(),
                    () -> {
                        requireAlive();
                        return health.up(address) ? Optional.of(true) : Optional.empty();
                    });
        }
    }

    /** Where it listens. */
    public ServiceAddress address() {
        return address;
    }

    @Override
    public void requireAlive() {
        process.requireAlive();
    }

    @Override
    public void close() {
        process.stop(DRAIN);
    }
}
