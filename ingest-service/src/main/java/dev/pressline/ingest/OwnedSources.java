package dev.pressline.ingest;

import dev.pressline.ingest.assign.PartitionOwner;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.CursorStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Runs the sources whose cursors lie on partitions that are ours. Used by one thread. */
final class OwnedSources implements PartitionOwner {

    private static final Logger LOG = Logger.getLogger(OwnedSources.class);

    private final SourceStarter starter;
    private final Map<Integer, PartitionTenure> tenures = new HashMap<>();

    OwnedSources(SourceStarter starter) {
        this.starter = starter;
    }

    @Override
    public void assigned(Set<Integer> partitions) {
        tenures.values().forEach(PartitionTenure::takeUpBackfills);
        for (int partition : partitions) {
            tenures.put(partition, PartitionTenure.begin(partition, starter));
        }
        LOG.infof("the sources on partitions %s of the cursors are ours", tenures.keySet());
    }

    @Override
    public void revoked(Set<Integer> partitions) {
        List<PartitionTenure> ending = new ArrayList<>();
        for (int partition : partitions) {
            PartitionTenure tenure = tenures.remove(partition);
            if (tenure != null) {
                ending.add(tenure);
            }
        }
        ending.forEach(PartitionTenure::askToStop);
        try {
            for (PartitionTenure tenure : ending) {
                tenure.awaitStop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.infof("the sources on partitions %s of the cursors go", partitions);
    }

    @Override
    public void written(String source, byte[] cursor) {
        CursorStore.read(source, cursor)
                .map(Cursor::movedUnder)
                .ifPresent(
                        claim -> tenures.values().forEach(tenure -> tenure.written(source, claim)));
    }
}
