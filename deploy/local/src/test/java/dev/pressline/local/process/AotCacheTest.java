package dev.pressline.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    @TempDir Path directory;

    private JavaCommand command(AotCache cache) {
        Program program =
                new Program(List.of(Path.of("a.jar"), Path.of("b.jar")), Optional.of(cache));
        return new JavaCommand(program, "Main", 64, List.of());
    }

    @Test
    void aCacheThatIsThere_isUsed() throws IOException {
        assumeTrue(AotCache.isSupported());
        Path file = Files.createFile(directory.resolve("program.aot"));

        assertThat(command(new AotCache(file)).words(directory))
                .containsSubsequence("-XX:AOTCache=" + file, "-cp", "a.jar:b.jar", "Main");
    }

    @Test
    void aCacheThatIsNotThere_isNotAskedFor() {
        AotCache cache = new AotCache(directory.resolve("program.aot"));

        assertThat(command(cache).words(directory)).noneMatch(word -> word.contains("AOT"));
    }

    @Test
    void aJarThatWasBuiltAnew_hasNoPartInTheCacheOfTheOneBefore() throws IOException {
        // Given
        Path jar = Files.writeString(directory.resolve("a.jar"), "one");
        AotCache before = AotCache.of(directory, "program", List.of(jar));

        // When
        Files.writeString(jar, "longer");

        // Then
        assertThat(AotCache.of(directory, "program", List.of(jar))).isNotEqualTo(before);
    }

    @Test
    void jarsThatStayAsTheyAre_haveTheSameCacheByWhateverWay() throws IOException {
        // Given
        Path jar = Files.writeString(directory.resolve("a.jar"), "one");

        // When
        Path otherWay = directory.resolve("..").resolve(directory.getFileName()).resolve("a.jar");

        // Then
        assertThat(AotCache.of(directory, "program", List.of(otherWay)))
                .isEqualTo(AotCache.of(directory, "program", List.of(jar)));
    }
}
