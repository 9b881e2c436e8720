package dev.pressline.testing.endtoend;

import dev.pressline.local.embedded.EmbeddedStore;
import dev.pressline.local.embedded.KeyPair;
import dev.pressline.local.pipeline.Foundation;
import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * A foundation whose store asks for other keys, at an address of its own, and holds the same
 * objects. Closing it leaves the brokers alone.
 */
final class OtherKeys implements Foundation {

    private static final String OBJECTS = "store";

    private final Foundation first;
    private final EmbeddedStore store;
    private final TlsTerminator tls;

    private OtherKeys(Foundation first, EmbeddedStore store, TlsTerminator tls) {
        this.first = first;
        this.store = store;
        this.tls = tls;
    }

    /** Starts a store with new keys on the objects of another. */
    static OtherKeys of(
            Foundation first, Path objects, Path directory, TestCertificates certificates)
            throws IOException, GeneralSecurityException {
        Files.createSymbolicLink(Files.createDirectories(directory).resolve(OBJECTS), objects);
        KeyPair keys = new KeyPair("another", KeyPair.secret());
        EmbeddedStore store = EmbeddedStore.start(directory, Ports.FREE, keys);
        int plain = URI.create(store.endpoint()).getPort();
        return new OtherKeys(first, store, TlsTerminator.start(certificates.server(), plain));
    }

    @Override
    public String bootstrapServers() {
        return first.bootstrapServers();
    }

    @Override
    public String clusterId() {
        return first.clusterId();
    }

    @Override
    public String storeEndpoint() {
        return "https://localhost:" + tls.port();
    }

    @Override
    public KeyPair storeKeys() {
        return store.keys();
    }

    @Override
    public List<ChildProcess> children() {
        return List.of(store.process());
    }

    @Override
    public void close() {
        try (tls) {
            store.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
