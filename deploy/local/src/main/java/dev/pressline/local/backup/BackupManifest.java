package dev.pressline.local.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a backup holds; written last, so that one without it was never finished. Immutable.
 *
 * @param format the version of its form
 * @param partitions of the topics
 * @param records of each topic
 * @param objects of the store
 */
public record BackupManifest(
        int format, int partitions, SortedMap<String, Long> records, long objects) {

    /** The form that is written, and the only one that is read. */
    public static final int FORMAT = 1;

    private static final String NAME = "backup.json";

    /** Takes a copy. */
    public BackupManifest {
        records = new TreeMap<>(records);
    }

    static BackupManifest of(int partitions, Map<String, Long> records, long objects) {
        return new BackupManifest(FORMAT, partitions, new TreeMap<>(records), objects);
    }

    void write(Path directory) throws IOException {
        Files.writeString(directory.resolve(NAME), json() + '\n');
    }

    private String json() {
        try {
            return ContractJson.mapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers can be written", e);
        }
    }

    /** That of a directory; throws {@link LaunchException} when there is none that can be read. */
    static BackupManifest read(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file)) {
            throw new LaunchException(directory + " holds no finished backup: it has no " + NAME);
        }
        BackupManifest read =
                ContractJson.mapper().readValue(Files.readAllBytes(file), BackupManifest.class);
        if (read.format() != FORMAT) {
            throw new LaunchException(
                    "a backup of the form " + read.format() + ", and this reads " + FORMAT);
        }
        return read;
    }
}
