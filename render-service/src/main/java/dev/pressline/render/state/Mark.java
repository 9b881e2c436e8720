package dev.pressline.render.state;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * How far a store has come. Immutable.
 *
 * @param offset of the last record of its changelog that is in it
 * @param at when that was
 */
record Mark(long offset, Instant at) {

    byte[] bytes() {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(offset)
                .putLong(at.toEpochMilli())
                .array();
    }

    static Mark of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Mark(buffer.getLong(), Instant.ofEpochMilli(buffer.getLong()));
    }
}
