package dev.pressline.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.local.process.Installation;
import dev.pressline.local.process.LaunchException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images as files, as whoever loads them reads them. */
class ImageFileTest {

    @TempDir Path directory;

    private Workshop workshop(String name, Release release) {
        return new Workshop(Installation.find(), release, Base.SCRATCH, directory.resolve(name));
    }

    private static Path write(Workshop workshop, Content content) throws Exception {
        return Path.of(workshop.write(content, Packaged.ground()).getFirst().where());
    }

    @Test
    void anImage_madeTwice_isTheSameByteForByte_andAnotherOfAnotherCommit() throws Exception {
        // Given
        Content content = touched(Packaged.small("command"), Instant.EPOCH);
        Content later = touched(content, Instant.parse("2026-01-01T00:00:00Z"));
        Release next = new Release("1.2.3", "fedcba", Packaged.RELEASE.created(), Optional.empty());

        // When
        Path once = write(workshop("once", Packaged.RELEASE), content);
        Path again = write(workshop("again", Packaged.RELEASE), later);
        Path other = write(workshop("other", next), later);

        // Then
        assertThat(Files.mismatch(once, again)).isEqualTo(-1);
        assertThat(Files.mismatch(once, other)).isNotEqualTo(-1);
    }

    /** The same content in files that were written at another time. */
    private Content touched(Content content, Instant when) throws Exception {
        Path copies = Files.createTempDirectory(directory, "copies");
        Path bill = copies.resolve(content.bill().getFileName());
        Files.copy(content.bill(), bill);
        List<Path> jars = content.classPath();
        for (Path jar : jars) {
            Path copy = copies.resolve(jar.getFileName());
            Files.copy(jar, copy);
            Files.setLastModifiedTime(copy, FileTime.from(when));
        }
        return Packaged.with(
                content,
                jars.stream().map(jar -> copies.resolve(jar.getFileName())).toList(),
                bill);
    }

    @Test
    void anImage_inAFile_hasWhatWasPlanned() throws Exception {
        // Given
        Content content = Packaged.small("ingest-service");
        Workshop workshop = workshop("file", Packaged.RELEASE);

        // When
        OciFile image = OciFile.read(write(workshop, content));

        // Then
        assertThat(image.config().path("architecture").asText()).isEqualTo("amd64");
        assertThat(image.config().at("/config/User").asText()).isEqualTo("10001:10001");
        assertThat(image.config().at("/config/Entrypoint/0").asText()).isEqualTo("java");
        assertThat(image.config().at("/config/ExposedPorts").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("8081/tcp", "9081/tcp");
        assertThat(image.contents().get(Layout.BILL)).isEqualTo(Files.readAllBytes(content.bill()));
        assertThat(workshop.directory().resolve("ingest-service.cdx.json"))
                .hasSameBinaryContentAs(content.bill());
        String start = new String(image.contents().get(Layout.START), StandardCharsets.UTF_8);
        assertThat(start).isEqualTo(StartFile.text(content, Bill.read(content.bill()), false));
        assertThat(image.files().values()).allMatch(ImageFileTest::isRootsAndReadOnly);
    }

    /** Nobody but root may write it, and it was not changed since 1970. */
    private static boolean isRootsAndReadOnly(TarArchiveEntry entry) {
        return entry.getLongUserId() == 0
                && entry.getLongGroupId() == 0
                && (entry.getMode() & 022) == 0
                && entry.getLastModifiedTime().toInstant().equals(Instant.ofEpochSecond(1));
    }

    @Test
    void theJavaOfABase_whereThereIsNoBase_isRefused() {
        assertThatThrownBy(() -> workshop("none", Packaged.RELEASE).onBase(List.of(Packaged.AMD64)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("no Java");
    }
}
