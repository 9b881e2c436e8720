package dev.pressline.testing.benchmarks.hugo;

import dev.pressline.local.process.Tool;
import dev.pressline.testing.benchmarks.corpus.HugoDocuments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A site of documents of the corpus that Hugo builds: pages, lists of sections and RSS feeds of the
 * newest fifty with their content.
 */
final class HugoSite {

    private static final Map<String, String> FILES =
            Map.of(
                    "config.toml", "config.toml",
                    "single.html", "layouts/_default/single.html",
                    "list.html", "layouts/_default/list.html",
                    "rss.xml", "layouts/_default/rss.xml");

    private final Path directory;

    private HugoSite(Path directory) {
        this.directory = directory;
    }

    /** Writes one with so many documents into an empty directory. */
    static HugoSite write(Path directory, long seed, int documents) throws IOException {
        HugoSite site = new HugoSite(directory);
        for (Map.Entry<String, String> each : FILES.entrySet()) {
            Path to = directory.resolve(each.getValue());
            Files.createDirectories(to.getParent());
            try (InputStream from =
                    Objects.requireNonNull(HugoSite.class.getResourceAsStream(each.getKey()))) {
                Files.copy(from, to);
            }
        }
        HugoDocuments.write(site.content(), seed, documents);
        return site;
    }

    private Path content() {
        return directory.resolve("content");
    }

    /** Adds a line to one document. */
    void edit() throws IOException {
        try (Stream<Path> files = Files.walk(content())) {
            Path any =
                    files.filter(file -> file.toString().endsWith(".md"))
                            .sorted()
                            .findFirst()
                            .orElseThrow();
            Files.writeString(any, "\nOne line more.\n", StandardOpenOption.APPEND);
        }
    }

    /** Builds all of it. */
    void build() {
        Tool.run("hugo", "--quiet", "--source", directory.toString());
    }

    /** How many pages the last build made. */
    long pages() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("public"))) {
            return files.filter(file -> file.endsWith("index.html")).count();
        }
    }
}
