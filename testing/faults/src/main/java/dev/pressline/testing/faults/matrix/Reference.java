package dev.pressline.testing.faults.matrix;

import dev.pressline.testing.faults.rig.Load;
import dev.pressline.testing.faults.rig.Rig;
import dev.pressline.testing.faults.stream.Chapter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * What stands in the bucket of a pipeline that nothing ever happens to, behind each chapter of a
 * seed. Immutable.
 *
 * @param seed of the chapters
 * @param buckets the hash of each object, behind the first chapter and so on
 */
record Reference(long seed, List<SortedMap<String, String>> buckets) {

    /** Takes a copy. */
    Reference {
        buckets = List.copyOf(buckets);
    }

    /** Runs so many chapters through a pipeline of its own, and keeps what its objects say. */
    static Reference make(Path directory, long seed, int chapters, Evidence evidence) {
        List<SortedMap<String, String>> buckets = new ArrayList<>();
        try (Rig rig = Rig.start(directory, 1)) {
            for (int chapter = 0; chapter < chapters; chapter++) {
                try (Load load = Load.begin(rig, Chapter.of(seed, chapter))) {
                    load.finish();
                }
                rig.awaitQuiet();
                buckets.add(rig.observe(evidence::keep).objects());
            }
        }
        return new Reference(seed, buckets);
    }
}
