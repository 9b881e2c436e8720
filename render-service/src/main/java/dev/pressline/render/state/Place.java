package dev.pressline.render.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StateStoreContext;

/**
 * Where a store lies: beside the directory of its task, which Kafka Streams empties whenever a task
 * ends otherwise than in good order. In there lies a claim, by which Kafka Streams finds when it
 * starts that this replica has the store. Immutable.
 *
 * @param disk the entries
 * @param claim a file that says that they are there
 */
record Place(Path disk, Path claim) {

    private static final String KEPT = "kept";

    /** That of a store of a task. */
    static Place of(StateStoreContext context, String name) {
        Path task = context.stateDir().toPath();
        return new Place(
                task.resolveSibling(KEPT).resolve(task.getFileName() + "-" + name),
                task.resolve(name + '.' + KEPT));
    }

    /** Says that entries are there. */
    void claimDisk() {
        try {
            if (!Files.exists(claim)) {
                Files.createFile(claim);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(claim + " cannot be made", e);
        }
    }

    /** Deletes stores here that nobody has written to since some time, but for those in use. */
    void tidy(Instant unusedSince, Set<Path> inUse) {
        Path all = disk.getParent();
        try {
            Files.createDirectories(all);
            try (Stream<Path> stores = Files.list(all)) {
                for (Path store : stores.filter(each -> !inUse.contains(each)).toList()) {
                    if (Files.getLastModifiedTime(store).toInstant().isBefore(unusedSince)) {
                        Utils.delete(store.toFile());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(all + " cannot be tidied", e);
        }
    }
}
