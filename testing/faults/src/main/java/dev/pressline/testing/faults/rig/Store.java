package dev.pressline.testing.faults.rig;

import dev.pressline.local.embedded.EmbeddedStore;
import dev.pressline.local.embedded.KeyPair;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Ports;
import dev.pressline.testing.faults.proxy.FaultyProxy;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The store in a process of its own, behind a proxy that the services use. Not thread-safe. */
public final class Store implements AutoCloseable {

    private static final String SITE = Addresses.SITE_BUCKET;

    private final Volume volume;
    private final KeyPair keys;
    private final FaultyProxy proxy;
    private EmbeddedStore running;

    private Store(Volume volume, KeyPair keys) throws IOException {
        this.keys = keys;
        this.volume = volume;
        this.running = EmbeddedStore.start(volume.directory(), Ports.FREE, keys);
        this.proxy = FaultyProxy.before(port());
    }

    /** Starts one on what lies in a directory, if anything. */
    static Store start(Path directory, boolean isOnSmallDisk, KeyPair keys) {
        try {
            Path at = directory.resolve("store-volume");
            Store store = new Store(isOnSmallDisk ? Volume.small(at) : Volume.ordinary(at), keys);
            store.running.createBuckets(Addresses.BUCKETS);
            return store;
        } catch (IOException e) {
            throw new LaunchException("no proxy before the store", e);
        }
    }

    private int port() {
        return URI.create(running.endpoint()).getPort();
    }

    /** What stands between it and the services. */
    public FaultyProxy proxy() {
        return proxy;
    }

    /** Where its objects are. */
    public Volume volume() {
        return volume;
    }

    /** Where the services find it. */
    String endpoint() {
        return "http://127.0.0.1:" + proxy.port();
    }

    KeyPair keys() {
        return keys;
    }

    /** Ends it as a crash would; its objects stay. */
    public void kill() {
        running.process().kill();
    }

    /** Starts it again on what it holds. */
    public void restart() {
        running = EmbeddedStore.start(volume.directory(), Ports.FREE, keys);
        proxy.leadTo(port());
    }

    /** Hands every object of the site bucket to {@code reader}, past the proxy, by its key. */
    void read(BiConsumer<String, byte[]> reader) {
        try (MinioClient client = running.client()) {
            ListObjectsArgs all = ListObjectsArgs.builder().bucket(SITE).recursive(true).build();
            for (Result<Item> item : client.listObjects(all)) {
                String key = item.get().objectName();
                reader.accept(key, object(client, key));
            }
        } catch (Exception e) {
            throw new LaunchException("the store cannot be read", e);
        }
    }

    /**
     * The same from the disk of the store, without those that are not {@code wanted}, whose keys go
     * to {@code others}: to list a thousand objects the store walks through all that there are.
     */
    void readDisk(
            Predicate<String> wanted, BiConsumer<String, byte[]> reader, Consumer<String> others) {
        Path bucket = EmbeddedStore.bucket(volume.directory(), SITE);
        try (Stream<Path> files = Files.walk(bucket)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String key = bucket.relativize(file).toString();
                if (wanted.test(key)) {
                    reader.accept(key, Files.readAllBytes(file));
                } else {
                    others.accept(key);
                }
            }
        } catch (IOException e) {
            throw new LaunchException("the disk of the store cannot be read", e);
        }
    }

    private static byte[] object(MinioClient client, String key) throws Exception {
        GetObjectArgs one = GetObjectArgs.builder().bucket(SITE).object(key).build();
        try (InputStream in = client.getObject(one)) {
            return in.readAllBytes();
        }
    }

    /** One object of the site bucket, past the proxy. */
    byte[] object(String key) {
        try (MinioClient client = running.client()) {
            return object(client, key);
        } catch (Exception e) {
            throw new LaunchException(key + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        running.close();
        try {
            proxy.close();
            volume.close();
        } catch (IOException e) {
            throw new LaunchException("the proxy before the store does not close", e);
        }
    }
}
