package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.kit.config.ServiceSettings;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.pipeline.ServiceAddress;
import dev.pressline.local.process.Installation;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Whether {@code deploy/compose} says what the code says, without starting it. */
class ComposeTest {

    private static final Path DIRECTORY = Installation.find().root().resolve("deploy/compose");
    private static final Pattern SECRET = Pattern.compile("\\$\\{[A-Z_]+:\\?[^}]+}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):(-([^}]*)|\\?[^}]*)}");

    private static final Map<String, Map<String, Object>> SERVICES = services();

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() {
        try (Reader reader = Files.newBufferedReader(DIRECTORY.resolve("compose.yaml"))) {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Map<String, Object> compose = new Yaml(options).load(reader);
            return (Map<String, Map<String, Object>>) compose.get("services");
        } catch (IOException e) {
            throw new IllegalStateException("compose.yaml cannot be read", e);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> environment(String service) {
        return (Map<String, String>) SERVICES.get(service).get("environment");
    }

    private List<?> list(String service, String key) {
        return (List<?>) SERVICES.get(service).getOrDefault(key, List.of());
    }

    @ParameterizedTest
    @EnumSource
    void environment_ofAService_isWhatTheServiceReads(Service service) throws Exception {
        ServiceSettings settings =
                ServiceSettings.of(Installation.find().root().resolve(service.module()));
        assertThat(environment(service.title()).keySet()).allMatch(settings::know);
        assertThat(environment("setup").keySet()).allMatch(settings::know);
    }

    @ParameterizedTest
    @EnumSource
    void service_inCompose_runsConfinedAndIsAskedForItsHealth(Service service) {
        // Given
        Map<String, Object> definition = SERVICES.get(service.title());

        // Then
        assertThat(definition)
                .containsEntry("read_only", true)
                .containsEntry("command", List.of(service.title()))
                .containsKeys("tmpfs", "mem_limit", "cap_drop");
        assertThat(definition.get("healthcheck").toString())
                .contains("[CMD, /usr/local/bin/healthy, " + service.usualManagementPort() + "]");
    }

    @Test
    void healthy_asksForTheReadinessOfTheServices() throws IOException {
        URI here = URI.create("http://localhost");
        assertThat(Files.readString(DIRECTORY.resolve("healthy")))
                .contains("GET " + new ServiceAddress(here, here).ready().getPath() + " ");
    }

    @Test
    void ports_ofEverything_areTheUsualOnesOnLoopback() {
        assertThat(
                        SERVICES.keySet().stream()
                                .flatMap(each -> list(each, "ports").stream())
                                .map(Object::toString))
                .containsExactlyInAnyOrder(
                        "127.0.0.1:9092:9092",
                        "127.0.0.1:9000:9000",
                        loopback(Service.INGEST),
                        loopback(Service.RENDER));
    }

    private static String loopback(Service service) {
        return "127.0.0.1:" + service.usualPort() + ':' + service.usualPort();
    }

    @Test
    void images_ofBrokerAndStore_areThoseOfTheTests() {
        assertThat(usual(SERVICES.get("kafka").get("image").toString()))
                .isEqualTo(ContainerImages.KAFKA);
        assertThat(usual(SERVICES.get("store").get("image").toString()))
                .isEqualTo(ContainerImages.STORE);
    }

    private static String usual(String image) {
        Matcher matcher = VARIABLE.matcher(image);
        return matcher.matches() ? matcher.group(3) : image;
    }

    @Test
    void images_ofEverything_carryATag() {
        assertThat(SERVICES.values())
                .allMatch(each -> usual(each.get("image").toString()).matches("[^:]+:[^:]+"));
    }

    @Test
    void buckets_inCompose_areTheUsualOnes() {
        assertThat(environment("setup"))
                .containsEntry("PRESSLINE_STORE_SITE_BUCKET", Addresses.SITE_BUCKET)
                .containsEntry("PRESSLINE_STORE_VALUES_BUCKET", Addresses.VALUES_BUCKET);
    }

    @Test
    void secrets_inCompose_haveNoDefault() {
        assertThat(SERVICES.keySet().stream().flatMap(this::secrets))
                .isNotEmpty()
                .allMatch(secret -> SECRET.matcher(secret).matches());
    }

    private Stream<String> secrets(String service) {
        return SERVICES.get(service).containsKey("environment")
                ? environment(service).entrySet().stream()
                        .filter(each -> each.getKey().matches(".*(SECRET|TOKEN|PASSWORD|_KEY$).*"))
                        .map(Map.Entry::getValue)
                : Stream.empty();
    }

    @Test
    void variables_ofCompose_standInTheExampleAndTheOtherWayRound() throws IOException {
        // Given
        String compose = Files.readString(DIRECTORY.resolve("compose.yaml"));
        String example = Files.readString(DIRECTORY.resolve("env.example"));

        // Then
        assertThat(VARIABLE.matcher(compose).results().map(each -> each.group(1)).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Pattern.compile("(?m)^#?([A-Z_]+)=")
                                .matcher(example)
                                .results()
                                .map(each -> each.group(1))
                                .toList());
    }
}
