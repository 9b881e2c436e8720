package dev.pressline.testing.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whether whoever installs is told what to make by hand. */
class ReadmeTest {

    @SuppressWarnings("unused") // a source of parameters
    private static final List<Path> READMES =
            List.of(
                    Deploy.kubernetes().resolve("README.md"),
                    Deploy.root().resolve("deploy/helm/README.md"));

    @ParameterizedTest
    @FieldSource("READMES")
    void readme_namesEverySecretThatIsMadeByHandAndEveryInstallation(Path readme) {
        String text = Deploy.read(readme);
        ReferenceRules.GIVEN.forEach(
                (secret, keys) -> assertThat(text).contains(secret).contains(keys));
        assertThat(text).contains(Chart.INSTALLATIONS);
    }
}
