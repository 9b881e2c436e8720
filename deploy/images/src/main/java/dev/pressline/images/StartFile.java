package dev.pressline.images;

import static java.util.stream.Collectors.joining;

import dev.pressline.local.process.AotCache;
import dev.pressline.local.process.JavaCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The arguments of the JVM of an image, as {@code java} reads them from a file. Stateless. */
final class StartFile {

    private StartFile() {}

    /**
     * One to a line: what is required, the cache if there is one, the class path, the main class.
     */
    static String text(Content content, Bill bill, boolean cache) {
        List<String> words = new ArrayList<>(JavaCommand.required());
        if (cache) {
            words.addAll(AotCache.use(Path.of(Layout.CACHE)));
        }
        words.add("-cp");
        words.add(
                content.classPath().stream()
                        .map(jar -> Layout.jar(jar, bill))
                        .collect(joining(":")));
        words.add(content.mainClass());
        return String.join("\n", words) + "\n";
    }
}
