package dev.pressline.ingest.live;

import dev.pressline.ingest.stream.StreamDecoder;
import dev.pressline.ingest.stream.StreamEvent;
import dev.pressline.ingest.stream.StreamMessage;
import dev.pressline.ingest.stream.ZstdDictionary;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jboss.logging.Logger;

/**
 * How one Jetstream compresses its messages: with the dictionary that it serves, or not at all.
 * Blocks while it is asked for the dictionary. Used by one thread.
 */
final class JetstreamCompression implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(JetstreamCompression.class);
    private static final String PATH = "/xrpc/network.bsky.jetstream.getZstdDictionary";
    private static final long MAX_BYTES = 4L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final OkHttpClient client;
    private final HttpUrl url;
    private Optional<ZstdDictionary> dictionary = Optional.empty();
    private Optional<Long> refused = Optional.empty();

    JetstreamCompression(OkHttpClient client, HttpUrl url) {
        this.client = client.newBuilder().callTimeout(PATIENCE).build();
        this.url = url;
    }

    /** The dictionary of the next connection; absent where that is to be without compression. */
    Optional<ZstdDictionary> next() {
        if (dictionary.isEmpty()) {
            dictionary = fetch();
            if (dictionary.map(ZstdDictionary::id).equals(refused)) {
                close();
            }
        }
        return dictionary;
    }

    /** Reads messages of this connection, compressed or not, that {@code plain} reads whole. */
    StreamEvent decode(StreamMessage message, StreamDecoder plain) {
        return dictionary.isPresent()
                ? dictionary.get().decode(message, plain)
                : plain.decode(message);
    }

    /** The server no longer knows the dictionary: another one is fetched, never the same again. */
    void refused() {
        refused = dictionary.map(ZstdDictionary::id).or(() -> refused);
        close();
    }

    private Optional<ZstdDictionary> fetch() {
        Request request =
                new Request.Builder().url(url.newBuilder().encodedPath(PATH).build()).build();
        try (Response response = client.newCall(request).execute()) {
            return response.code() == OK
                    ? ZstdDictionary.of(response.peekBody(MAX_BYTES).bytes())
                    : Optional.empty();
        } catch (IOException e) {
            LOG.infof("no dictionary from %s, messages come whole: %s", url.host(), e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        dictionary.ifPresent(ZstdDictionary::close);
        dictionary = Optional.empty();
    }
}
