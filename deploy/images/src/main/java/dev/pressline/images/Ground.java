package dev.pressline.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all images of one build share. Immutable.
 *
 * @param platforms for which they are
 * @param layers what lies between the base and the libraries
 * @param caches what services have learnt, by their names
 */
record Ground(List<Platform> platforms, List<FileEntriesLayer> layers, Map<String, Path> caches) {

    /** The same for one of its platforms. */
    Ground only(Platform platform) {
        return new Ground(List.of(platform), layers, caches);
    }

    Optional<Path> cache(Content content) {
        return Optional.ofNullable(caches.get(content.name()));
    }
}
