package dev.pressline.normalize.lookup;

import java.util.Optional;

/** Reads from sites that strangers name. Blocks; thread-safe. */
public interface SitePort {

    /** The text of a small file; empty when it is not there or nobody answers. */
    Optional<String> file(String url);

    /** The beginning of a page, its head at least; empty when it is not there or nobody answers. */
    Optional<String> page(String url);
}
