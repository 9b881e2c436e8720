package dev.pressline.kit.store;

import java.io.IOException;
import java.io.InputStream;

/**
 * An object being read. Has to be closed; reading may fail with the connection to the store. Not
 * thread-safe.
 *
 * @param object what is known of it
 * @param bytes its bytes, as they come
 */
public record OpenObject(StoredObject object, InputStream bytes) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
