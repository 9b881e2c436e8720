package dev.pressline.images;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Of which state of the sources images are. Immutable.
 *
 * @param version which is their tag
 * @param revision the commit
 * @param created when that was made, which is what images say of themselves too
 * @param source where the sources are, if that is known
 */
public record Release(String version, String revision, Instant created, Optional<String> source) {

    /** What an image says of it, by the names of the OCI. */
    Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        labels.put("org.opencontainers.image.version", version);
        labels.put("org.opencontainers.image.revision", revision);
        labels.put("org.opencontainers.image.created", created.toString());
        labels.put("org.opencontainers.image.licenses", "Apache-2.0");
        source.ifPresent(it -> labels.put("org.opencontainers.image.source", it));
        return labels;
    }
}
