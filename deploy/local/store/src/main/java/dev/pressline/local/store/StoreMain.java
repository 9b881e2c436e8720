package dev.pressline.local.store;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * An S3-protocol store over a directory, listening on loopback only, which refuses requests without
 * a valid signature. Stops in good order when the JVM shuts down.
 *
 * <p>Arguments: data directory, port. The key pair comes from the environment, {@code
 * PRESSLINE_STORE_ACCESS_KEY} and {@code PRESSLINE_STORE_SECRET_KEY}, where no list of processes
 * shows it.
 */
public final class StoreMain {

    private StoreMain() {}

    /** Runs the store until the JVM is told to stop. */
    public static void main(String[] args) throws Exception {
        if (args.length != 2) {
            System.err.println("usage: StoreMain DIRECTORY PORT");
            System.exit(64);
        }
        Path directory = Files.createDirectories(Path.of(args[0])).toAbsolutePath();
        S3Proxy proxy =
                S3Proxy.builder()
                        .blobStore(new FilesystemNio2BlobStore(directory.toString()))
                        .endpoint(URI.create("http://127.0.0.1:" + Integer.parseInt(args[1])))
                        .awsAuthentication(
                                AuthenticationType.AWS_V2_OR_V4,
                                required("PRESSLINE_STORE_ACCESS_KEY"),
                                required("PRESSLINE_STORE_SECRET_KEY"))
                        .build();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(proxy), "store-stop"));
        proxy.start();
    }

    private static String required(String name) {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new IllegalStateException("set " + name));
    }

    private static void stop(S3Proxy proxy) {
        try {
            proxy.stop();
        } catch (Exception e) {
            System.err.println("the store did not stop cleanly: " + e.getMessage());
        }
    }
}
