package dev.pressline.normalize.pending;

import dev.pressline.contract.identifier.Tid;
import dev.pressline.normalize.event.Outlook;
import java.util.Optional;

/**
 * A raw record that was handled.
 *
 * @param key its key
 * @param partition its partition
 * @param offset its offset
 * @param rev its version
 * @param outlook why to look at it again, absent when nothing can come of that
 */
public record Handled(String key, int partition, long offset, Tid rev, Optional<Outlook> outlook) {}
