package dev.pressline.render.job;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;
import java.util.Optional;

/**
 * A publication in the directory of the site: one that is printed and may be discovered. Immutable.
 *
 * @param uri the publication
 * @param name what it is called, never blank, of bounded length
 * @param url its own site, absent if unusable
 * @param rev the version that says so
 */
public record DirectoryEntry(AtUri uri, String name, Optional<String> url, Tid rev) {}
