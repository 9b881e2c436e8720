package dev.pressline.atproto.repo.car;

import dev.pressline.atproto.repo.cbor.BinaryCid;
import java.security.SecureRandom;
import java.util.OptionalLong;

/**
 * Where blocks lie in a file: 16 bytes each, found by the beginning of their digest. A secret seed
 * decides the slots, so that no choice of CIDs makes it slow. Not thread-safe.
 */
final class BlockIndex {

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final long FREE = 0;

    private final long seed = new SecureRandom().nextLong();
    private long[] prefixes = new long[FIRST_CAPACITY];
    private long[] places = new long[FIRST_CAPACITY];
    private int size;

    /** Notes where a block lies, unless one with that prefix is known; {@code place} is above 0. */
    void add(BinaryCid cid, long place) {
        if (size >= prefixes.length / 4 * 3) {
            grow();
        }
        int slot = slot(cid.first());
        if (places[slot] == FREE) {
            prefixes[slot] = cid.first();
            places[slot] = place;
            size++;
        }
    }

    /** Where the block lies. */
    OptionalLong place(BinaryCid cid) {
        long place = places[slot(cid.first())];
        return place == FREE ? OptionalLong.empty() : OptionalLong.of(place);
    }

    int size() {
        return size;
    }

    private int slot(long prefix) {
        int mask = prefixes.length - 1;
        int slot = (int) mix(prefix ^ seed) & mask;
        while (places[slot] != FREE && prefixes[slot] != prefix) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    private void grow() {
        long[] oldPrefixes = prefixes;
        long[] oldPlaces = places;
        prefixes = new long[oldPrefixes.length * 2];
        places = new long[oldPlaces.length * 2];
        for (int i = 0; i < oldPlaces.length; i++) {
            if (oldPlaces[i] != FREE) {
                int slot = slot(oldPrefixes[i]);
                prefixes[slot] = oldPrefixes[i];
                places[slot] = oldPlaces[i];
            }
        }
    }
}
