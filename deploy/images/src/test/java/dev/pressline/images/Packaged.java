package dev.pressline.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import dev.pressline.local.process.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** What images of this checkout are made of. Stateless. */
final class Packaged {

    private static final long SMALL = 200_000;

    static final Platform AMD64 = new Platform("amd64", "linux");

    static final Release RELEASE =
            new Release(
                    "1.2.3",
                    "0123456789abcdef",
                    Instant.parse("2026-01-02T03:04:05Z"),
                    Optional.of("https://pressline.invalid/source"));

    private Packaged() {}

    /** All contents; skips a test where the build has left their bills out. */
    static List<Content> contents() {
        List<Content> all = Content.all(Installation.find());
        Assumptions.assumeTrue(
                all.stream().allMatch(each -> Files.exists(each.bill())),
                "a build without bills of materials");
        return all;
    }

    static Content content(String name) {
        return contents().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** One without its large jars: nobody waits for them to be compressed. */
    static Content small(String name) {
        Content whole = content(name);
        List<Path> jars =
                whole.classPath().stream().filter(jar -> jar.toFile().length() < SMALL).toList();
        return with(whole, jars, whole.bill());
    }

    /** The same of other files. */
    static Content with(Content content, List<Path> classPath, Path bill) {
        return new Content(
                content.name(),
                content.title(),
                content.service(),
                content.mainClass(),
                classPath,
                bill);
    }

    /** Nothing below the libraries, for one platform. */
    static Ground ground() {
        return new Ground(List.of(AMD64), List.<FileEntriesLayer>of(), Map.of());
    }
}
