package dev.pressline.testing.faults.rig;

import dev.pressline.kit.crash.CrashPoint;
import dev.pressline.local.pipeline.HealthCheck;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.pipeline.ServiceAddress;
import dev.pressline.local.pipeline.ServiceCommand;
import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.ChildSpec;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Patience;
import dev.pressline.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * One process of a packaged service; started again it has the same name, addresses and directories.
 * Not thread-safe.
 */
public final class Replica implements AutoCloseable {

    /** How long a service may take to finish when it is told to stop. */
    public static final Duration GRACE = Duration.ofSeconds(60);

    private static final Patience END =
            new Patience(Duration.ofSeconds(120), Duration.ofMillis(20));

    private final ChildSpec spec;
    private final ServiceAddress address;
    private ChildProcess process;

    private Replica(ChildSpec spec, ServiceAddress address) {
        this.spec = spec;
        this.address = address;
        this.process = ChildProcess.start(spec);
    }

    /** Starts one with these settings. */
    static Replica start(
            Service service, String name, Map<String, String> settings, Path directory) {
        int http = Ports.FREE.choose(0);
        int management = Ports.FREE.choose(0);
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(http));
        environment.put("QUARKUS_MANAGEMENT_HOST", "localhost");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        environment.put("KAFKA_STREAMS_STATE_DIR", directory.resolve("state-" + name).toString());
        return new Replica(
                new ChildSpec(name, ServiceCommand.of(service), environment, directory),
                new ServiceAddress(
                        URI.create("http://localhost:" + http),
                        URI.create("http://localhost:" + management)));
    }

    ServiceAddress address() {
        return address;
    }

    /** Starts it again. */
    public void restart() {
        process = ChildProcess.start(spec);
    }

    /**
     * Starts it again as one that ends when it reaches a crash point for the {@code time}th time.
     */
    public void restartArmed(CrashPoint point, int time) {
        restartArmed(point, time, Map.of());
    }

    /** The same, with settings that it had not before. */
    public void restartArmed(CrashPoint point, int time, Map<String, String> settings) {
        Map<String, String> further = new HashMap<>(settings);
        further.put(
                "JAVA_TOOL_OPTIONS", "-D" + CrashPoint.PROPERTY + "=" + point.title() + ':' + time);
        restartWith(further);
    }

    /** Starts it again as one that goes by a clock. */
    public void restartBy(FalseClock clock) {
        restartWith(clock.environment());
    }

    /** Starts it again as what an earlier version has for this service. */
    public void restartAs(EarlierVersion earlier, Service service) {
        process =
                ChildProcess.start(
                        new ChildSpec(
                                spec.name(),
                                earlier.command(service),
                                spec.environment(),
                                spec.files()));
    }

    private void restartWith(Map<String, String> further) {
        Map<String, String> environment = new HashMap<>(spec.environment());
        environment.putAll(further);
        process =
                ChildProcess.start(
                        new ChildSpec(spec.name(), spec.command(), environment, spec.files()));
    }

    /** Waits until it says that it is ready. */
    public void awaitReady() {
        try (HealthCheck health = new HealthCheck()) {
            Patience.FOR_A_START.await(
                    process.name(),
                    () -> {
                        process.requireAlive();
                        return health.up(address) ? Optional.of(true) : Optional.empty();
                    });
        }
    }

    /** Waits until it says that it should be started again. */
    public void awaitNotLive() {
        try (HealthCheck health = new HealthCheck()) {
            END.await(
                    process.name() + " to ask for a restart",
                    () -> health.live(address) ? Optional.empty() : Optional.of(true));
        }
    }

    /** Throws {@link LaunchException} with the last lines of its log when it has died. */
    void requireAlive() {
        process.requireAlive();
    }

    /** Waits until it has written lately what contains {@code text}. */
    public void awaitWritten(String text) {
        END.await(
                process.name() + " to write: " + text,
                () -> tail().contains(text) ? Optional.of(true) : Optional.empty());
    }

    /** The last lines that it wrote. */
    public String tail() {
        return process.tail();
    }

    /** Whether it has ended by itself. */
    public boolean hasEnded() {
        return process.exitCode().isPresent();
    }

    /** Waits until it has ended by itself; returns its exit code. */
    public int awaitEnd() {
        return END.await(
                "the end of " + process.name(),
                () -> process.exitCode().stream().boxed().findFirst());
    }

    /** What it holds of the machine's memory, in bytes; empty while it is not running. */
    public OptionalLong residentBytes() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return OptionalLong.empty();
        }
    }

    /** Ends it as a crash would. */
    public void kill() {
        process.kill();
    }

    /**
     * Tells it to stop, by SIGTERM, and waits until it has; throws {@link LaunchException} when it
     * takes longer than its grace.
     */
    public void terminate() {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy);
        new Patience(GRACE, Duration.ofMillis(20))
                .await(
                        "the end of " + process.name(),
                        () -> process.exitCode().stream().boxed().findFirst());
    }

    /** Has it stop as Kubernetes does: told to, and by force when it has not after a while. */
    public void stop() {
        process.stop(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        process.stop(GRACE);
    }
}
