package dev.pressline.testing.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether {@code deploy/kubernetes} is what the chart says; makes it so when asked to. */
class GeneratedTest {

    @Test
    void filesMadeFromTheChart_areAsTheChartIsNow() throws IOException {
        Map<Path, String> files = Generated.files();
        if (Boolean.getBoolean("pressline.manifests.write")) {
            for (Map.Entry<Path, String> each : files.entrySet()) {
                Files.writeString(each.getKey(), each.getValue());
            }
        }
        assertThat(files)
                .hasSizeGreaterThan(10)
                .allSatisfy((file, text) -> assertThat(file).hasContent(text));
    }

    @Test
    void everyFile_isMadeFromTheChartOrNamedByAKustomization() {
        String kustomizations =
                String.join(
                        "\n",
                        Deploy.files(Deploy.kubernetes(), "kustomization.yaml").stream()
                                .map(Deploy::read)
                                .toList());
        assertThat(Deploy.files(Deploy.kubernetes(), ""))
                .filteredOn(Files::isRegularFile)
                .filteredOn(file -> !file.endsWith("kustomization.yaml"))
                .filteredOn(file -> !file.endsWith("README.md"))
                .isNotEmpty()
                .allSatisfy(
                        file ->
                                assertThat(kustomizations)
                                        .contains("- " + file.getFileName() + "\n"));
    }
}
