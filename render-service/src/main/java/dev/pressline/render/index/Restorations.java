package dev.pressline.render.index;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.jboss.logging.Logger;

/** Says what of the index has to be read from changelogs, and counts it. Thread-safe. */
final class Restorations implements StateRestoreListener {

    private static final Logger LOG = Logger.getLogger(Restorations.class);

    private final Counter restored;

    Restorations(MeterRegistry registry) {
        this.restored =
                Counter.builder("pressline.index.restored")
                        .description("Changes read from changelogs, since they are not on disk")
                        .tag("stage", IndexMetrics.STAGE)
                        .register(registry);
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long from, long to) {}

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long end, long records) {
        restored.increment(records);
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long records) {
        if (records > 0) {
            LOG.infof("%s: %d changes were not on disk and are restored", changelog, records);
        }
    }
}
