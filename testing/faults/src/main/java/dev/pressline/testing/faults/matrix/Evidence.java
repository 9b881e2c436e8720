package dev.pressline.testing.faults.matrix;

import dev.pressline.local.process.LaunchException;
import dev.pressline.testing.faults.oracle.Finding;
import dev.pressline.testing.faults.rig.Hash;
import dev.pressline.testing.faults.rig.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What objects that are not as they must be say, beside what they must say, as files to compare.
 *
 * @param expected where what must be said lies, by its hash
 * @param shown where the files go, for each line a folder
 */
record Evidence(Path expected, Path shown) {

    /** Keeps what an object must say. */
    void keep(String key, byte[] bytes) {
        write(expected.resolve(Hash.of(bytes)), bytes);
    }

    /** Writes both sides of each object that is found to differ; nothing where none is. */
    void show(String line, List<Finding> findings, Map<String, String> hashes, Rig rig) {
        Path folder = shown.resolve(line);
        for (Finding finding : findings) {
            String key = finding.subject();
            if (finding.kind() != Finding.Kind.EXTRA) {
                byte[] said = read(expected.resolve(String.valueOf(hashes.get(key))));
                write(folder.resolve("expected").resolve(key), said);
            }
            if (finding.kind() != Finding.Kind.LOST) {
                write(folder.resolve("seen").resolve(key), rig.object(key));
            }
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be read", e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be written", e);
        }
    }
}
