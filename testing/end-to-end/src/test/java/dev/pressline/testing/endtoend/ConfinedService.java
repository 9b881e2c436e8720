package dev.pressline.testing.endtoend;

import dev.pressline.images.PodTemplate;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A service in a container, confined as its pods are on Kubernetes: user, root that is read only,
 * no capabilities, no new privileges, the limit of memory, and volumes where the manifest has some.
 * It shares the network of this machine, so it listens on free ports of loopback.
 */
final class ConfinedService implements AutoCloseable {

    private static final Duration PROBE = Duration.ofSeconds(3);
    private static final int OK = 200;

    private final ContainerEngine engine;
    private final PodTemplate pod;
    private final String name;
    private final URI http;
    private final URI management;
    private final HttpClient client = HttpClient.newHttpClient();

    private ConfinedService(
            ContainerEngine engine, PodTemplate pod, String name, int http, int management) {
        this.engine = engine;
        this.pod = pod;
        this.name = name;
        this.http = URI.create("http://localhost:" + http);
        this.management = URI.create("http://localhost:" + management);
    }

    /**
     * What is around a pod.
     *
     * @param engine what runs containers
     * @param variables that another cluster has other values for, or that come from Secrets
     * @param secrets directories with files of Secrets, by where they are mounted
     * @param directory for volumes
     */
    record Surroundings(
            ContainerEngine engine,
            Map<String, String> variables,
            Map<String, Path> secrets,
            Path directory) {}

    /** Starts the image of a service. */
    static ConfinedService start(Service service, String image, Surroundings around)
            throws IOException, InterruptedException {
        return start(service, PodTemplate.of(service).mounts(), image, around);
    }

    /** The same with other mounts: whether each can be written, by its place. */
    static ConfinedService start(
            Service service, Map<String, Boolean> mounts, String image, Surroundings around)
            throws IOException, InterruptedException {
        PodTemplate pod = PodTemplate.of(service);
        String name = "pressline-test-" + service.title() + '-' + UUID.randomUUID();
        int http = Ports.FREE.choose(0);
        int management = Ports.FREE.choose(0);
        Map<String, String> variables = new HashMap<>(pod.settings());
        variables.putAll(around.variables());
        variables.put("QUARKUS_HTTP_HOST", "localhost");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(http));
        variables.put("QUARKUS_MANAGEMENT_HOST", "localhost");
        variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        // A cache that does not fit ends the JVM, where it would go on without it otherwise.
        variables.merge("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on", (all, one) -> all + ' ' + one);
        List<String> words = new ArrayList<>(List.of("run", "--detach", "--name", name));
        words.addAll(Confinement.of(around.engine(), pod));
        words.addAll(
                Confinement.volumes(mounts, around.secrets(), around.directory().resolve(name)));
        variables.keySet().forEach(variable -> words.addAll(List.of("--env", variable)));
        words.add(image);
        around.engine().run(variables, words);
        return new ConfinedService(around.engine(), pod, name, http, management);
    }

    /** Where it serves. */
    URI http() {
        return http;
    }

    /** What a probe of the manifest, such as {@code readinessProbe}, says. */
    boolean probe(String probe) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(management.resolve(pod.probe(probe))).timeout(PROBE).build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether it has not ended. */
    boolean isRunning() throws IOException, InterruptedException {
        return inspect("{{.State.Running}}").equals("true");
    }

    /** A line of what the kernel says of its process, such as {@code CapEff}. */
    String status(String key) throws IOException, InterruptedException {
        return Files.readAllLines(Path.of("/proc", pid(), "status")).stream()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> line.substring(key.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** The most memory that its process has had, in MiB. */
    long peakMebibytes() throws IOException, InterruptedException {
        return Long.parseLong(status("VmHWM").replaceAll("\\D", "")) / 1024;
    }

    /** The limit of the manifest, in MiB. */
    long limitMebibytes() {
        return pod.memoryMebibytes();
    }

    private String pid() throws IOException, InterruptedException {
        return inspect("{{.State.Pid}}");
    }

    /** What it has printed. */
    String log() throws IOException, InterruptedException {
        return engine.run("logs", name);
    }

    /** Has it end as a cluster does, and says with which code it did; 137 is that of a kill. */
    int stop() throws IOException, InterruptedException {
        engine.run("stop", "-t", Integer.toString(pod.graceSeconds()), name);
        return Integer.parseInt(inspect("{{.State.ExitCode}}"));
    }

    private String inspect(String format) throws IOException, InterruptedException {
        return engine.run("inspect", "--format", format, name);
    }

    @Override
    public void close() {
        try (client) {
            engine.run("rm", "--force", "--volumes", name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
