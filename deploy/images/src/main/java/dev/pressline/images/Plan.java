package dev.pressline.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.ContainerBuildPlan;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What goes into an image, from what changes least to what changes most: the C library, Java, the
 * libraries of others, what is ours, the cache. Immutable.
 *
 * @param content what it runs
 * @param bill of its materials
 * @param release which state of the sources that is
 * @param base what it is built on
 * @param platforms for which, such as {@code linux/amd64}
 * @param layers those below the libraries
 * @param start the file with the arguments of the JVM
 * @param cache the classes of a training
 */
record Plan(
        Content content,
        Bill bill,
        Release release,
        Base base,
        List<Platform> platforms,
        List<FileEntriesLayer> layers,
        Path start,
        Optional<Path> cache) {

    /** The plan in the words of Jib; a bill that does not name all libraries is refused. */
    ContainerBuildPlan toJib() {
        bill.requireNames(content.classPath());
        return ContainerBuildPlan.builder()
                .setBaseImage(base.reference())
                .setPlatforms(new LinkedHashSet<>(platforms))
                .setCreationTime(release.created())
                .setFormat(format())
                .setUser(Layout.USER)
                .setEnvironment(environment())
                .setLabels(labels())
                .setExposedPorts(ports())
                .setEntrypoint(List.of("java", "@" + Layout.START))
                .setLayers(allLayers())
                .build();
    }

    /** Jib makes lists of images in Docker's format only; every registry and engine takes both. */
    private ImageFormat format() {
        return platforms.size() > 1 ? ImageFormat.Docker : ImageFormat.OCI;
    }

    private List<FileEntriesLayer> allLayers() {
        List<FileEntriesLayer> all = new ArrayList<>(layers);
        all.add(jars("libraries", jar -> !Layout.isOurs(jar, bill)).build());
        all.add(
                jars("application", jar -> Layout.isOurs(jar, bill))
                        .addEntry(content.bill(), AbsoluteUnixPath.get(Layout.BILL))
                        .addEntry(start, AbsoluteUnixPath.get(Layout.START))
                        .build());
        cache.ifPresent(
                file ->
                        all.add(
                                FileEntriesLayer.builder()
                                        .setName("cache")
                                        .addEntry(file, AbsoluteUnixPath.get(Layout.CACHE))
                                        .build()));
        return List.copyOf(all);
    }

    private FileEntriesLayer.Builder jars(String name, Predicate<Path> which) {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        content.classPath().stream()
                .filter(which)
                .forEach(jar -> layer.addEntry(jar, AbsoluteUnixPath.get(Layout.jar(jar, bill))));
        return layer;
    }

    /** Two arenas, else glibc keeps memory of each thread that RocksDB has freed. */
    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("HOME", "/tmp");
        environment.put("LANG", "C.UTF-8");
        environment.put("MALLOC_ARENA_MAX", "2");
        if (layers.stream().anyMatch(layer -> layer.getName().equals(LinkedJava.LAYER))) {
            environment.put("PATH", Layout.JAVA + "/bin");
        }
        return environment;
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>(release.labels());
        labels.putAll(base.labels());
        labels.put("org.opencontainers.image.title", content.title());
        labels.put("dev.pressline.sbom", Layout.BILL);
        return labels;
    }

    private LinkedHashSet<Port> ports() {
        LinkedHashSet<Port> ports = new LinkedHashSet<>();
        content.ports().forEach(port -> ports.add(Port.tcp(port)));
        return ports;
    }
}
