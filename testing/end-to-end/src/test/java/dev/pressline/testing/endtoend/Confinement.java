package dev.pressline.testing.endtoend;

import dev.pressline.images.PodTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a container engine is told so that a container is confined like a pod. Stateless. */
final class Confinement {

    private Confinement() {}

    /** User, root, capabilities, privileges and memory; the network is that of this machine. */
    static List<String> of(ContainerEngine engine, PodTemplate pod) {
        if (!pod.isConfined()) {
            throw new IllegalStateException("the manifest does not confine it");
        }
        String limit = pod.memoryMebibytes() + "m";
        List<String> words = new ArrayList<>();
        words.addAll(List.of("--network", "host", "--user", pod.user(), "--read-only"));
        words.addAll(List.of("--cap-drop", "ALL", "--security-opt", "no-new-privileges"));
        words.addAll(List.of("--memory", limit, "--memory-swap", limit));
        if (engine.isPodman()) {
            words.add("--read-only-tmpfs=false");
        }
        return words;
    }

    /** Empty directories that everybody may write, as a cluster makes them, and Secrets. */
    static List<String> volumes(
            Map<String, Boolean> mounts, Map<String, Path> secrets, Path directory)
            throws IOException {
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, Boolean> mount : mounts.entrySet()) {
            if (mount.getValue()) {
                Path volume = directory.resolve(mount.getKey().substring(1).replace('/', '-'));
                Files.createDirectories(volume);
                Files.setPosixFilePermissions(volume, PosixFilePermissions.fromString("rwxrwxrwx"));
                words.addAll(List.of("--volume", volume + ":" + mount.getKey()));
            } else if (!secrets.containsKey(mount.getKey())) {
                throw new IllegalStateException("nothing to be mounted at " + mount.getKey());
            }
        }
        secrets.forEach(
                (place, files) -> words.addAll(List.of("--volume", files + ":" + place + ":ro")));
        return words;
    }
}
