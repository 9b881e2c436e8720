package dev.pressline.local.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordFilesTest {

    @TempDir Path directory;

    @Test
    void directory_withFilesOfManyKinds_standsForItsRecordsByName() throws Exception {
        // Given
        Path second = write("b/second.ndjson", "");
        Path first = write("a/first.json", "");
        write("README.md", "");

        // When
        List<Path> files = RecordFiles.expand(List.of(directory));

        // Then
        assertThat(files).containsExactly(first, second);
    }

    @Test
    void path_thatIsNotThere_isNamed() {
        // Given
        Path missing = directory.resolve("missing.json");

        // When / Then
        assertThatThrownBy(() -> RecordFiles.expand(List.of(missing)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("missing.json");
    }

    @Test
    void directory_withoutRecords_isNamed() {
        // When / Then
        assertThatThrownBy(() -> RecordFiles.expand(List.of(directory)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(directory.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record.json   | {\"a\": [1, {}]}        | false",
                "record.json   | {\"a\": 1}{\"b\": 2}    | true",
                "record.json   | broken {                | false",
                "record.json   | ''                      | false",
                "rows.ndjson   | {\"a\": 1}              | true",
                "rows.JSONL    | broken                  | true",
                "rows.txt      | {\"a\": 1} {\"b\": 2}   | true"
            })
    void file_byNameOrContent_isOneRecordOrLines(String name, String content, boolean lines)
            throws Exception {
        // Given
        Path file = write(name, content);

        // When / Then
        assertThat(RecordFiles.holdsLines(file)).isEqualTo(lines);
    }

    @Test
    void file_nestedTenThousandDeep_isOneRecord() throws Exception {
        // Given
        Path file = write("deep.json", "[".repeat(10_000) + "]".repeat(10_000));

        // When / Then
        assertThat(RecordFiles.holdsLines(file)).isFalse();
    }

    private Path write(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
