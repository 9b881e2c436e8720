package dev.pressline.images;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.process.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The pods of a service, as {@code deploy/kubernetes} has them; a test of the manifests holds that
 * the chart has the same. Immutable.
 *
 * @param spec what the pods are
 * @param settings the variables that come from no Secret
 */
public record PodTemplate(JsonNode spec, Map<String, String> settings) {

    private static final String POD = "/spec";
    private static final String TEMPLATE = "/spec/template/spec";
    private static final Path DEPLOY = Installation.find().root().resolve("deploy");

    /** Of one service. */
    public static PodTemplate of(Service service) {
        Path base = DEPLOY.resolve("kubernetes/base");
        Map<String, String> settings = new TreeMap<>();
        settings.putAll(variables(base.resolve("settings.env")));
        settings.putAll(variables(base.resolve(service.title() + ".env")));
        return new PodTemplate(spec(base.resolve(service.title() + ".yaml")), settings);
    }

    /** Of the command. */
    public static PodTemplate ofCommand() {
        return new PodTemplate(spec(DEPLOY.resolve("images/command.yaml")), Map.of());
    }

    private static JsonNode spec(Path file) {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return StreamSupport.stream(yaml.loadAll(read(file)).spliterator(), false)
                .<JsonNode>map(each -> ContractJson.mapper().valueToTree(each))
                .map(each -> each.at(each.at("/kind").asText().equals("Pod") ? POD : TEMPLATE))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(file + " makes no pods"));
    }

    private static Map<String, String> variables(Path file) {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode container() {
        return spec.at("/containers/0");
    }

    /** User and group. */
    public String user() {
        JsonNode security = spec.path("securityContext");
        return security.path("runAsUser").asLong() + ":" + security.path("runAsGroup").asLong();
    }

    /** The image, without what tells one version from another. */
    public String repository() {
        return image().replaceFirst("[:@].*", "");
    }

    /** The tag of the image. */
    public String tag() {
        return image().replaceFirst("[^:]*:", "");
    }

    private String image() {
        return container().path("image").asText();
    }

    /** What its program is told. */
    public List<String> arguments() {
        return container().path("args").valueStream().map(JsonNode::asText).toList();
    }

    /** Ports of the container by name. */
    public Map<String, Integer> ports() {
        Map<String, Integer> ports = new TreeMap<>();
        container()
                .path("ports")
                .forEach(
                        port ->
                                ports.put(
                                        port.path("name").asText(),
                                        port.path("containerPort").asInt()));
        return ports;
    }

    /** Where something is mounted, and whether it can be written. */
    public Map<String, Boolean> mounts() {
        Map<String, Boolean> mounts = new TreeMap<>();
        container()
                .path("volumeMounts")
                .forEach(
                        mount ->
                                mounts.put(
                                        mount.path("mountPath").asText(),
                                        !mount.path("readOnly").asBoolean()));
        return mounts;
    }

    /** Whether nobody but the kernel may give the container more than it has. */
    public boolean isConfined() {
        JsonNode security = container().path("securityContext");
        return security.path("readOnlyRootFilesystem").asBoolean()
                && !security.path("allowPrivilegeEscalation").asBoolean(true)
                && security.at("/capabilities/drop/0").asText().equals("ALL")
                && security.at("/capabilities/add").isMissingNode();
    }

    /** The most memory that it gets, in MiB. */
    public int memoryMebibytes() {
        String limit = container().at("/resources/limits/memory").asText();
        if (!limit.endsWith("Mi")) {
            throw new IllegalStateException("a limit in other units: " + limit);
        }
        return Integer.parseInt(limit.substring(0, limit.length() - 2));
    }

    /** The path that a probe asks, such as {@code readinessProbe}. */
    public String probe(String name) {
        return container().path(name).at("/httpGet/path").asText();
    }

    /** How long it may take to end, in seconds. */
    public int graceSeconds() {
        return spec.path("terminationGracePeriodSeconds").asInt();
    }
}
