package dev.pressline.ingest.repos;

import dev.pressline.contract.identifier.Did;
import dev.pressline.kit.store.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A set of DIDs in 8 to 32 bytes each: it keeps 64 bits of the hash of each. What was added is
 * found again, always; what was not is found once in 10^12 questions of a set of ten million. Not
 * thread-safe.
 */
final class DidSet {

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final long FREE = 0;

    private long[] slots = new long[FIRST_CAPACITY];
    private int size;

    /** Adds one; returns whether it is new. */
    boolean add(Did did) {
        if (!insert(slots, hash(did))) {
            return false;
        }
        size++;
        if (size > slots.length / 2) {
            grow();
        }
        return true;
    }

    boolean contains(Did did) {
        long hash = hash(did);
        return slots[slot(slots, hash)] == hash;
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long hash : slots) {
            if (hash != FREE) {
                insert(larger, hash);
            }
        }
        slots = larger;
    }

    private static boolean insert(long[] slots, long hash) {
        int slot = slot(slots, hash);
        boolean isNew = slots[slot] == FREE;
        slots[slot] = hash;
        return isNew;
    }

    /** The slot that holds a hash, or else the free one where it belongs. */
    private static int slot(long[] slots, long hash) {
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (slots[slot] != FREE && slots[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long hash(Did did) {
        byte[] digest = Sha256.digest().digest(did.value().getBytes(StandardCharsets.UTF_8));
        long hash = ByteBuffer.wrap(digest).getLong();
        return hash == FREE ? 1 : hash;
    }
}
