package dev.pressline.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.ContainerBuildPlan;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import dev.pressline.local.process.Installation;
import dev.pressline.local.process.LaunchException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images in a registry, on a base of several platforms that comes from there. */
class PushTest {

    private static final List<Platform> BOTH =
            List.of(Packaged.AMD64, new Platform("arm64", "linux"));

    @TempDir private static Path directory;
    private static LoopbackRegistry registry;

    @BeforeAll
    static void start() throws Exception {
        registry = LoopbackRegistry.start(directory);
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    /** An empty image for these platforms; returns its name with its digest. */
    private String base(List<Platform> platforms) {
        ContainerBuildPlan plan =
                ContainerBuildPlan.builder()
                        .setBaseImage("scratch")
                        .setPlatforms(new LinkedHashSet<>(platforms))
                        .setCreationTime(Instant.EPOCH)
                        .setFormat(ImageFormat.Docker)
                        .setUser("65532")
                        .setEntrypoint(List.of("/usr/bin/java", "-jar"))
                        .setLayers(
                                List.of(
                                        FileEntriesLayer.builder()
                                                .setName("some")
                                                .addEntry(
                                                        Packaged.content("command").bill(),
                                                        AbsoluteUnixPath.get("/some"))
                                                .build()))
                        .build();
        ImageWriter writer = new ImageWriter(directory.resolve("bases"), message -> {});
        String name = registry.name() + "/bases/java";
        return name + "@" + writer.push(plan, name + ":25");
    }

    private Workshop workshop(String base) {
        return new Workshop(
                Installation.find(), Packaged.RELEASE, Base.parse(base), directory.resolve("out"));
    }

    @Test
    void anImage_onTheJavaOfItsBase_isThereForEveryPlatform() throws Exception {
        // Given
        Workshop workshop = workshop(base(BOTH));
        Content content = Packaged.small("command");

        // When
        Made made = workshop.push(content, workshop.onBase(BOTH), registry.name() + "/team");

        // Then
        JsonNode index = registry.manifest("team/pressline/command@" + made.digest());
        assertThat(index).isEqualTo(registry.manifest("team/pressline/command:1.2.3"));
        assertThat(index.path("manifests")).hasSize(2);
        for (int n = 0; n < BOTH.size(); n++) {
            JsonNode entry = index.path("manifests").path(n);
            String architecture = BOTH.get(n).getArchitecture();
            assertThat(entry.at("/platform/architecture").asText()).isEqualTo(architecture);
            JsonNode manifest =
                    registry.manifest("team/pressline/command@" + entry.path("digest").asText());
            JsonNode config = registry.json(manifest.at("/config/digest").asText());
            assertThat(config.path("architecture").asText()).isEqualTo(architecture);
            assertThat(config.at("/config/User").asText()).isEqualTo("10001:10001");
            assertThat(config.at("/config/Entrypoint/0").asText()).isEqualTo("java");
            assertThat(manifest.path("layers")).hasSize(3);
        }
    }

    @Test
    void anImage_forThePlatformOfThisMachine_takesThatOfItsBase() throws Exception {
        // Given
        Workshop workshop = workshop(base(BOTH));
        Content content = Packaged.small("command");

        // When
        Made made = workshop.write(content, Packaged.ground()).getFirst();

        // Then
        OciFile image = OciFile.read(Path.of(made.where()));
        assertThat(image.config().path("architecture").asText()).isEqualTo("amd64");
        assertThat(image.files()).containsKeys("/some", Layout.START);
    }

    @Test
    void aBase_thatIsNotThereForAPlatform_isNoBase() throws Exception {
        Workshop workshop = workshop(base(List.of(Packaged.AMD64)));
        Content content = Packaged.small("command");

        assertThatThrownBy(
                        () ->
                                workshop.push(
                                        content, workshop.onBase(BOTH), registry.name() + "/team"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("no image");
    }

    @Test
    void values_ofImagesThatWerePushed_nameServicesByDigest() {
        List<Made> made =
                Packaged.contents().stream()
                        .map(content -> new Made(content, "anywhere", "sha256:" + "0".repeat(64)))
                        .toList();

        assertThat(Made.values(made))
                .startsWith("ingest:\n  digest: sha256:000")
                .contains("render:")
                .doesNotContain("command");
    }
}
