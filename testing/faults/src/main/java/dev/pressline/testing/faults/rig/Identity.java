package dev.pressline.testing.faults.rig;

import dev.pressline.local.embedded.KeyPair;
import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.Uuid;

/**
 * By what a rig that is started again is the one that it was. Immutable.
 *
 * @param clusterId of its brokers
 * @param keys of its store
 * @param token of those who push
 */
record Identity(String clusterId, KeyPair keys, String token) {

    private static final String CLUSTER_ID = "cluster.id";
    private static final String SECRET_KEY = "store.secret-key";
    private static final String TOKEN = "push.token";

    /** That of the rig in a directory: what was kept there, else a new one, which is kept. */
    static Identity in(Path directory) {
        Path file = directory.resolve("rig.properties");
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            return read(file);
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be read or written", e);
        }
    }

    private static void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(CLUSTER_ID, Uuid.randomUuid().toString());
        properties.setProperty(SECRET_KEY, KeyPair.secret());
        properties.setProperty(TOKEN, KeyPair.secret());
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
    }

    private static Identity read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return new Identity(
                properties.getProperty(CLUSTER_ID),
                new KeyPair("pressline", properties.getProperty(SECRET_KEY)),
                properties.getProperty(TOKEN));
    }

    @Override
    public String toString() {
        return "Identity[" + clusterId + "]";
    }
}
