package dev.pressline.local.export;

import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.process.LaunchException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Copies the site bucket into a directory, as files that any web server can serve. Marks of removed
 * pages stay behind. Stateless.
 */
final class SiteExport {

    /** The prefix of the marks that removed pages leave for the HTTP front. */
    static final String GONE = "gone/";

    private static final int PARALLEL = 8;

    private SiteExport() {}

    /** Copies everything and returns the keys, sorted. */
    static List<String> copy(SiteStore store, Path directory) {
        List<String> keys =
                store.keys(Addresses.SITE_BUCKET).stream()
                        .filter(key -> !key.startsWith(GONE))
                        .sorted()
                        .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(PARALLEL)) {
            List<Future<?>> copies = new ArrayList<>();
            for (String key : keys) {
                Path file = file(directory, key);
                copies.add(threads.submit(() -> store.copy(Addresses.SITE_BUCKET, key, file)));
            }
            copies.forEach(SiteExport::await);
        }
        return keys;
    }

    /** The file of a key; refuses one that would leave the directory. */
    static Path file(Path directory, String key) {
        Path file = directory.resolve(key).normalize();
        boolean plain = key.chars().noneMatch(c -> c < ' ' || c == '\\');
        if (plain && file.startsWith(directory) && file.equals(directory.resolve(key))) {
            return file;
        }
        throw new LaunchException("the store holds a key that is no file name: " + key);
    }

    private static void await(Future<?> copy) {
        try {
            copy.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LaunchException cause
                    ? cause
                    : new LaunchException("the site cannot be exported", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while exporting", e);
        }
    }
}
