package dev.pressline.ingest.cursor;

import dev.pressline.contract.event.Generation;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.kafka.TopicReplay;
import java.util.Map;

/** Cursors outside a container, which are only written. */
public final class TestCursors {

    private TestCursors() {}

    /** A store that writes through this producer. */
    public static CursorStore of(EventProducer producer) {
        return new CursorStore(producer, new TopicReplay(Map.of(), Generation.FIRST));
    }
}
