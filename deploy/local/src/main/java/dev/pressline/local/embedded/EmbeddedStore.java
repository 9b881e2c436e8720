package dev.pressline.local.embedded;

import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.ChildSpec;
import dev.pressline.local.process.Installation;
import dev.pressline.local.process.JavaCommand;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Ports;
import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A real S3-protocol store over a directory, in a process of its own, listening on loopback, which
 * refuses requests without a valid signature. Objects stay in the directory when it is closed. It
 * ends with this JVM. It knows no tags, versions or policies, and no key may be another key plus
 * {@code /…}. Thread-safe.
 */
public final class EmbeddedStore implements AutoCloseable {

    /** The port where the store usually listens. */
    public static final int USUAL_PORT = 9000;

    /** The region that requests are signed for. */
    public static final String REGION = "us-east-1";

    private static final String NAME = "store";
    private static final int HEAP_MEBIBYTES = 128;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ChildProcess process;
    private final int port;
    private final KeyPair keys;

    private EmbeddedStore(ChildProcess process, int port, KeyPair keys) {
        this.process = process;
        this.port = port;
        this.keys = keys;
    }

    /**
     * Starts a store on a free port, with a new key pair, and waits until it answers. {@code
     * directory} holds its data, its log and its temporary files.
     */
    public static EmbeddedStore start(Path directory) {
        return start(directory, Ports.FREE, KeyPair.random());
    }

    /**
     * Starts a store and waits until it answers requests signed with these keys. Throws {@link
     * LaunchException} with the last lines of its log when it does not.
     */
    public static EmbeddedStore start(Path directory, Ports ports, KeyPair keys) {
        Path data = directory.resolve(NAME);
        ExtendedAttributes.require(directory);
        int port = ports.choose(USUAL_PORT);
        ChildProcess process = ChildProcess.start(spec(directory, data, port, keys));
        EmbeddedStore store = new EmbeddedStore(process, port, keys);
        try {
            SocketProbe.await(process, port);
            store.createBuckets(List.of());
            return store;
        } catch (RuntimeException e) {
            process.kill();
            throw e;
        }
    }

    private static ChildSpec spec(Path directory, Path data, int port, KeyPair keys) {
        JavaCommand command =
                new JavaCommand(
                        Installation.find().store(),
                        "dev.pressline.local.store.StoreMain",
                        HEAP_MEBIBYTES,
                        List.of(data.toString(), Integer.toString(port)));
        Map<String, String> environment =
                Map.of(
                        "PRESSLINE_STORE_ACCESS_KEY", keys.accessKey(),
                        "PRESSLINE_STORE_SECRET_KEY", keys.secretKey());
        return new ChildSpec(NAME, command, environment, directory);
    }

    /** Where a store with this directory has the objects of a bucket: each is a file at its key. */
    public static Path bucket(Path directory, String bucket) {
        return directory.resolve(NAME).resolve(bucket);
    }

    /** Creates the buckets that are not there yet. */
    public void createBuckets(List<String> buckets) {
        try (MinioClient client = client()) {
            BucketSetup.create(client, buckets);
        } catch (LaunchException e) {
            throw e;
        } catch (Exception e) {
            throw new LaunchException("the store's client does not close", e);
        }
    }

    /** A new client of this store; the caller closes it. */
    public MinioClient client() {
        return StoreClient.open(endpoint(), keys);
    }

    /** The same for who does not wait for each answer; the caller closes it. */
    public MinioAsyncClient asyncClient() {
        return StoreClient.openAsync(endpoint(), keys);
    }

    /** The base URL of the S3 endpoint. */
    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** The keys to sign requests with. */
    public KeyPair keys() {
        return keys;
    }

    /** The process, for what concerns any child: its id, its log, a crash. */
    public ChildProcess process() {
        return process;
    }

    /** Stops the store in good order; its objects stay. */
    @Override
    public void close() {
        process.stop(GRACE);
    }
}
