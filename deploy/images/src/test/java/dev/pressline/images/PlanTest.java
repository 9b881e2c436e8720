package dev.pressline.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.tools.jib.api.buildplan.ContainerBuildPlan;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FileEntry;
import com.google.cloud.tools.jib.api.buildplan.Port;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.process.Installation;
import dev.pressline.local.process.LaunchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans of the images of this checkout, beside the manifests that run them. */
class PlanTest {

    @TempDir Path directory;

    private ContainerBuildPlan plan(Content content) {
        return plan(content, Optional.empty());
    }

    private ContainerBuildPlan plan(Content content, Optional<Path> cache) {
        return new Plan(
                        content,
                        Bill.read(content.bill()),
                        Packaged.RELEASE,
                        Base.usual(JavaSource.BASE),
                        List.of(Packaged.AMD64),
                        List.of(),
                        directory.resolve("start"),
                        cache)
                .toJib();
    }

    private ContainerBuildPlan plan(Service service) {
        return plan(Packaged.content(service.module()));
    }

    private static Stream<FileEntriesLayer> layers(ContainerBuildPlan plan) {
        return plan.getLayers().stream().map(FileEntriesLayer.class::cast);
    }

    private static List<String> places(ContainerBuildPlan plan, Predicate<String> layer) {
        return layers(plan)
                .filter(each -> layer.test(each.getName()))
                .flatMap(each -> each.getEntries().stream())
                .map(entry -> entry.getExtractionPath().toString())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void anImage_ofAService_isWhatItsPodRuns(Service service) {
        // Given
        PodTemplate pod = PodTemplate.of(service);
        ContainerBuildPlan plan = plan(service);

        // Then
        assertThat(plan.getUser()).isEqualTo(pod.user());
        assertThat(plan.getExposedPorts())
                .containsExactlyInAnyOrderElementsOf(
                        pod.ports().values().stream().map(Port::tcp).toList());
        assertThat(Layout.REPOSITORY + service.module()).isEqualTo(pod.repository());
        assertThat(Bill.read(Packaged.content(service.module()).bill()).version())
                .isIn(pod.tag(), pod.tag() + "-SNAPSHOT");
    }

    @Test
    void theImage_ofTheCommand_isWhatItsPodRuns() {
        PodTemplate pod = PodTemplate.ofCommand();

        assertThat(pod.isConfined()).isTrue();
        assertThat(plan(Packaged.content("command")).getUser()).isEqualTo(pod.user());
        assertThat(Layout.REPOSITORY + "command").isEqualTo(pod.repository());
        assertThat(pod.tag()).isEqualTo(PodTemplate.of(Service.INGEST).tag());
        assertThat(pod.mounts()).containsEntry("/tmp", true);
    }

    @ParameterizedTest
    @EnumSource
    void anImage_ofAService_isNotHiddenByAMount_andWritesIntoMountsOnly(Service service) {
        // Given
        PodTemplate pod = PodTemplate.of(service);
        List<String> hidden = new ArrayList<>(pod.mounts().keySet());
        List<String> writable =
                pod.mounts().entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(mount -> mount.getKey() + "/")
                        .toList();

        // Then
        assertThat(pod.isConfined()).isTrue();
        assertThat(places(plan(service), layer -> true))
                .isNotEmpty()
                .noneMatch(place -> hidden.stream().anyMatch(it -> place.startsWith(it + "/")));
        assertThat(directories(pod)).allMatch(it -> writable.stream().anyMatch(it::startsWith));
        assertThat(writable).contains("/tmp/");
        assertThat(plan(service).getEnvironment()).containsEntry("HOME", "/tmp");
    }

    /** What settings name to be written into. */
    private static List<String> directories(PodTemplate pod) {
        return pod.settings().entrySet().stream()
                .filter(it -> it.getKey().endsWith("_DIR") || it.getKey().endsWith("_DIRECTORY"))
                .map(Map.Entry::getValue)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "normalize-service", "render-service", "command"})
    void anImage_ofAnything_startsJavaWithoutAShell(String name) {
        ContainerBuildPlan plan = plan(Packaged.content(name));

        assertThat(plan.getEntrypoint()).containsExactly("java", "@/opt/pressline/start");
        assertThat(plan.getCmd()).isNull();
        assertThat(places(plan, layer -> true)).noneMatch(place -> place.endsWith("/sh"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "normalize-service", "render-service", "command"})
    void theClassPath_ofAnImage_isInIt_andNothingElse(String name) {
        // Given
        Content content = Packaged.content(name);
        Bill bill = Bill.read(content.bill());

        // When
        List<String> lines = StartFile.text(content, bill, false).lines().toList();
        List<String> classPath = List.of(lines.get(lines.indexOf("-cp") + 1).split(":"));

        // Then
        assertThat(classPath).hasSize(content.classPath().size()).doesNotHaveDuplicates();
        assertThat(places(plan(content), layer -> true))
                .filteredOn(place -> place.endsWith(".jar"))
                .containsExactlyInAnyOrderElementsOf(classPath);
        assertThat(lines.getLast()).isEqualTo(content.mainClass());
        assertThat(lines).noneMatch(line -> line.contains("AOT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "command"})
    void theLayers_ofAnImage_partWhatIsOursFromWhatIsNot(String name) {
        ContainerBuildPlan plan = plan(Packaged.content(name));

        assertThat(layers(plan).map(FileEntriesLayer::getName))
                .containsExactly("libraries", "application");
        assertThat(places(plan, "libraries"::equals))
                .isNotEmpty()
                .noneMatch(place -> place.contains("pressline.") || place.contains("-service"));
        assertThat(places(plan, "application"::equals))
                .contains(Layout.BILL, Layout.START)
                .anyMatch(place -> place.contains("document-contract-"));
    }

    @Test
    void aService_thatWasTrained_hasWhatItLearntInTheLastLayer() {
        // Given
        Content content = Packaged.content("ingest-service");

        // When
        ContainerBuildPlan plan = plan(content, Optional.of(directory.resolve("learnt")));

        // Then
        assertThat(layers(plan).toList().getLast().getEntries())
                .extracting(entry -> entry.getExtractionPath().toString())
                .containsExactly(Layout.CACHE);
        assertThat(StartFile.text(content, Bill.read(content.bill()), true))
                .contains("-XX:AOTCache=" + Layout.CACHE + '\n');
    }

    @Test
    void files_ofAnImage_areAllOfOneTime_andRootIs() {
        assertThat(
                        layers(plan(Service.RENDER))
                                .flatMap(layer -> layer.getEntries().stream())
                                .toList())
                .extracting(FileEntry::getModificationTime)
                .containsOnly(Instant.ofEpochSecond(1));
        assertThat(
                        layers(plan(Service.RENDER))
                                .flatMap(layer -> layer.getEntries().stream())
                                .toList())
                .extracting(FileEntry::getOwnership)
                .containsOnly("");
    }

    @Test
    void labels_ofAnImage_tellWhereItComesFrom() {
        assertThat(plan(Service.INGEST).getLabels())
                .containsEntry("org.opencontainers.image.version", "1.2.3")
                .containsEntry("org.opencontainers.image.revision", "0123456789abcdef")
                .containsEntry("org.opencontainers.image.created", "2026-01-02T03:04:05Z")
                .containsEntry(
                        "org.opencontainers.image.source", "https://pressline.invalid/source")
                .containsEntry("org.opencontainers.image.licenses", "Apache-2.0")
                .containsEntry("org.opencontainers.image.title", "Pressline: ingest")
                .containsEntry("dev.pressline.sbom", Layout.BILL)
                .containsKey("org.opencontainers.image.base.digest");
    }

    @Test
    void anImage_withALibraryThatItsBillDoesNotName_isNotPlanned() throws Exception {
        // Given
        Content whole = Packaged.content("command");
        Path bill = directory.resolve("bill.json");
        String text = Files.readString(whole.bill());
        Files.writeString(bill, text.replace("\"kafka-clients\"", "\"kafka-servers\""));
        assertThat(ContractJson.mapper().readTree(bill.toFile()).path("components")).isNotEmpty();

        // When
        Content content = Packaged.with(whole, whole.classPath(), bill);

        // Then
        assertThatThrownBy(() -> plan(content))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("kafka-clients");
    }

    @Test
    void theMainClasses_ofImages_areThere() {
        assertThat(Content.all(Installation.find()))
                .allMatch(
                        content ->
                                content.classPath().stream()
                                        .anyMatch(jar -> Jars.has(jar, content.mainClass())));
    }
}
