package dev.pressline.render.index;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Base32;
import dev.pressline.kit.store.Sha256;
import dev.pressline.render.page.Chapter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The oldest document of a chapter, which gives it its name. Immutable.
 *
 * @param key its order key
 * @param isOldestOfMonth whether no document of the same month is older
 */
record ChapterStart(String key, boolean isOldestOfMonth) {

    private static final int DOCUMENTS = 24;
    private static final int LETTERS = 20;

    /** Whether a chapter begins with a document wherever it stands: one of 24 does, by its hash. */
    static boolean isAlways(AtUri uri) {
        return Integer.remainderUnsigned(ByteBuffer.wrap(hash(uri)).getInt(), DOCUMENTS) == 0;
    }

    private static byte[] hash(AtUri uri) {
        return Sha256.digest().digest(uri.toString().getBytes(StandardCharsets.UTF_8));
    }

    String channel() {
        return OrderKey.channel(key);
    }

    Chapter chapter() {
        return new Chapter(
                OrderKey.month(key),
                isOldestOfMonth ? Optional.empty() : Optional.of(letters(OrderKey.uri(key))));
    }

    private static String letters(AtUri uri) {
        return Base32.encode(hash(uri)).substring(0, LETTERS);
    }
}
