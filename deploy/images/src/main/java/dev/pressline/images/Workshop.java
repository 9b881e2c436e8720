package dev.pressline.images;

import com.google.cloud.tools.jib.api.buildplan.ContainerBuildPlan;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.process.AotCache;
import dev.pressline.local.process.Installation;
import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes images of a checkout that is built.
 *
 * @param installation the checkout
 * @param release which state of the sources it is
 * @param base what they are built on
 * @param directory where everything goes
 */
record Workshop(Installation installation, Release release, Base base, Path directory) {

    /** Java of this JDK for this platform, and what services learn with it where they are to. */
    Ground linked(boolean train) throws IOException, InterruptedException {
        LinkedJava java = LinkedJava.link(work("java"));
        List<FileEntriesLayer> layers = new ArrayList<>();
        if (base.isScratch()) {
            layers.add(SystemLayer.of(java, Files.createDirectories(work("system"))));
        }
        layers.add(java.layer());
        return new Ground(List.of(here()), List.copyOf(layers), train ? train(java) : Map.of());
    }

    private Map<String, Path> train(LinkedJava java) throws IOException, InterruptedException {
        if (!AotCache.isSupported()) {
            throw new LaunchException("a training needs JDK 25: leave it out with --no-training");
        }
        List<Content> services =
                Stream.of(Service.values()).map(it -> Content.of(it, installation)).toList();
        Training training = new Training(installation, java, work("training"));
        training.run(services);
        Map<String, Path> caches = new HashMap<>();
        services.forEach(it -> caches.put(it.name(), training.cache(it)));
        return Map.copyOf(caches);
    }

    /** The Java of the base, for platforms that it is there for. */
    Ground onBase(List<Platform> platforms) {
        if (base.isScratch()) {
            throw new LaunchException("there is no Java where there is no base");
        }
        return new Ground(platforms, List.of(), Map.of());
    }

    /** Writes files, one for each platform, and the bill of materials beside them. */
    List<Made> write(Content content, Ground ground) throws IOException {
        Files.createDirectories(directory);
        Files.copy(
                content.bill(),
                directory.resolve(content.name() + ".cdx.json"),
                StandardCopyOption.REPLACE_EXISTING);
        List<Made> made = new ArrayList<>();
        for (Platform platform : ground.platforms()) {
            Path file =
                    directory.resolve(content.name() + '-' + platform.getArchitecture() + ".tar");
            String digest =
                    writer().write(plan(content, ground.only(platform)), name(content), file);
            made.add(new Made(content, file.toString(), digest));
        }
        return made;
    }

    /** Pushes one image; of several platforms, a list of them. */
    Made push(Content content, Ground ground, String registry) throws IOException {
        String name = registry + '/' + name(content);
        return new Made(content, name, writer().push(plan(content, ground), name));
    }

    /** What it is called, below a registry. */
    private String name(Content content) {
        return Layout.REPOSITORY + content.name() + ':' + release.version();
    }

    private ContainerBuildPlan plan(Content content, Ground ground) throws IOException {
        Bill bill = Bill.read(content.bill());
        Path start = work(content.name()).resolve("start");
        Files.createDirectories(start.getParent());
        Files.writeString(start, StartFile.text(content, bill, ground.cache(content).isPresent()));
        return new Plan(
                        content,
                        bill,
                        release,
                        base,
                        ground.platforms(),
                        ground.layers(),
                        start,
                        ground.cache(content))
                .toJib();
    }

    private ImageWriter writer() {
        return new ImageWriter(work("jib"), message -> System.err.println("build: " + message));
    }

    private Path work(String name) {
        return directory.resolve("work").resolve(name);
    }

    private static Platform here() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> new Platform("amd64", "linux");
            case "aarch64" -> new Platform("arm64", "linux");
            case String other -> throw new LaunchException("no image is made on " + other);
        };
    }
}
