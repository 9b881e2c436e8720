package dev.pressline.atproto.repo.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFileTest {

    @TempDir private Path directory;

    private TemporaryFile holding(String... texts) throws IOException {
        TemporaryFile file = TemporaryFile.create(directory, "test-");
        for (String text : texts) {
            file.end().write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void read_givesWhatWasWrittenOneAfterAnother() throws IOException {
        try (TemporaryFile file = holding("one", "two")) {
            assertThat(file.read(2, 3)).asString().isEqualTo("etw");
        }
    }

    @Test
    void write_afterARead_isAtTheEnd() throws IOException {
        try (TemporaryFile file = holding("one")) {
            file.read(0, 1);
            file.end().write('!');

            assertThat(file.read(0, 4)).asString().isEqualTo("one!");
        }
    }

    @Test
    void read_ofMoreThanThereIs_fails() throws IOException {
        try (TemporaryFile file = holding("one")) {
            assertThatThrownBy(() -> file.read(2, 2)).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void close_leavesNothing() throws IOException {
        holding("one").close();

        assertThat(directory).isEmptyDirectory();
    }
}
