package dev.pressline.testing.faults.matrix;

import dev.pressline.local.process.LaunchException;
import dev.pressline.testing.faults.oracle.Finding;
import dev.pressline.testing.faults.rig.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What objects that are not as they must be say, beside what they must say, as files to compare.
 *
 * @param expected where what must be said lies, by its hash
 * @param shown where the files go, for each line a folder
 */
record Evidence(Path expected, Path shown) {

    /** Keeps what objects must say. */
    void keep(Collection<byte[]> objects) {
        objects.forEach(bytes -> write(expected.resolve(Hash.of(bytes)), bytes));
    }

    /** Writes both sides of each object that is found to differ; nothing where none is. */
    void show(
            String line,
            List<Finding> findings,
            Map<String, String> hashes,
            Map<String, byte[]> site) {
        for (Finding finding : findings) {
            String key = finding.subject();
            Path folder = shown.resolve(line);
            if (hashes.containsKey(key)) {
                write(
                        folder.resolve("expected").resolve(key),
                        read(expected.resolve(hashes.get(key))));
            }
            if (site.containsKey(key)) {
                write(folder.resolve("seen").resolve(key), site.get(key));
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
