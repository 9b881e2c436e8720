package dev.pressline.render.press;

import java.util.Optional;

/** Feed items, packed, by the hash of their document's JSON. Thread-safe. */
interface PackedItems extends AutoCloseable {

    /** Keeps nothing. */
    PackedItems NONE =
            new PackedItems() {
                @Override
                public boolean contains(String sha256) {
                    return false;
                }

                @Override
                public Optional<byte[]> get(String sha256) {
                    return Optional.empty();
                }

                @Override
                public void put(String sha256, byte[] item) {
                    // There is no room for any.
                }

                @Override
                public void close() {
                    // There is nothing to give back.
                }
            };

    boolean contains(String sha256);

    Optional<byte[]> get(String sha256);

    /** Keeps an item as long as there is room. */
    void put(String sha256, byte[] item);

    @Override
    void close();
}
