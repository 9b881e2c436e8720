package dev.pressline.kit.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no certificates; real ones are in the end-to-end tests, on real connections. */
class TrustedCertificatesTest {

    private static final String SETTING = "pressline.store.trusted-certificates";

    @TempDir Path directory;

    @Test
    void read_fileThatIsNotThere_namesSettingAndFile() {
        Path file = directory.resolve("absent.pem");

        assertThatThrownBy(() -> TrustedCertificates.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(SETTING)
                .hasMessageContaining("absent.pem");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
            })
    void read_fileWithoutACertificate_namesSettingAndFile(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("authority.pem"), text);

        assertThatThrownBy(() -> TrustedCertificates.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(SETTING)
                .hasMessageContaining("authority.pem");
    }
}
