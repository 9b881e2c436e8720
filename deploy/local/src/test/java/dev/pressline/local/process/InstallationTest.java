package dev.pressline.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that are laid out as in their images. */
class InstallationTest {

    @TempDir Path images;

    @BeforeEach
    void layOut() throws IOException {
        Files.writeString(images.resolve("a-service.classpath"), "/x/app/a.jar:/x/lib/b.jar");
        System.setProperty(Installation.IMAGES_PROPERTY, images.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(Installation.IMAGES_PROPERTY);
    }

    @Test
    void aService_laidOutAsInItsImage_runsAloneFromThere() {
        // When
        Program program = Installation.find().service("a-service");

        // Then
        assertThat(program.classPath())
                .containsExactly(Path.of("/x/app/a.jar"), Path.of("/x/lib/b.jar"));
        assertThat(program.cache().orElseThrow().file())
                .isEqualTo(images.resolve("aot").resolve("a-service.aot"));
        assertThat(new JavaCommand(program, "Main", 64, List.of()).words(images))
                .noneMatch(word -> word.contains("ChildMain"))
                .endsWith("Main");
    }

    @Test
    void aService_thatIsNotLaidOut_isMissed() {
        assertThatThrownBy(() -> Installation.find().service("b-service"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("b-service is not laid out");
    }
}
