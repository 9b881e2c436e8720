package dev.pressline.local.pipeline;

import dev.pressline.local.embedded.KeyPair;
import dev.pressline.local.process.ChildProcess;
import java.util.List;

/**
 * Broker and store with topics and buckets in them: what services need before they start. Closing
 * it stops both. Thread-safe.
 */
public interface Foundation extends AutoCloseable {

    /** What clients of the broker need as {@code bootstrap.servers}. */
    String bootstrapServers();

    /** Which cluster the broker is. */
    String clusterId();

    /** The base URL of the S3 endpoint. */
    String storeEndpoint();

    /** What requests to the store are signed with. */
    KeyPair storeKeys();

    /** The processes of this JVM that it is made of; empty where it runs elsewhere. */
    List<ChildProcess> children();

    @Override
    void close();

    /** A kind of foundation. */
    @FunctionalInterface
    interface Kind {

        /**
         * Starts one and fills in the topics and buckets that are missing. Throws {@link
         * dev.pressline.local.process.LaunchException} when a part does not come up, after stopping
         * the other.
         */
        Foundation start(PipelineOptions options, StartListener listener);
    }
}
