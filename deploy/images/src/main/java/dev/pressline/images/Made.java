package dev.pressline.images;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An image that was made. Immutable.
 *
 * @param content what it runs
 * @param where the file, or the name in a registry
 * @param digest of what is there
 */
record Made(Content content, String where, String digest) {

    /** What people read of it. */
    String line() {
        return content.name() + "  " + where + "  " + digest;
    }

    /** Values of the chart that name services by their digests. */
    static String values(List<Made> all) {
        return all.stream()
                .map(Made::value)
                .flatMap(Optional::stream)
                .collect(Collectors.joining());
    }

    private Optional<String> value() {
        return content.service().map(it -> it.title() + ":\n  digest: " + digest + "\n");
    }
}
