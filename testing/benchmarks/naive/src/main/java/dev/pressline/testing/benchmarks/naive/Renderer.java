package dev.pressline.testing.benchmarks.naive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.io.FeedException;
import io.minio.errors.MinioException;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

/** Documents to pages and feeds, one by one: after each its page and the whole feed it is in. */
@ApplicationScoped
public class Renderer {

    private final ObjectMapper json = new ObjectMapper();
    private final Bucket bucket;
    private final Feeds feeds;

    Renderer(Bucket bucket, Feeds feeds) {
        this.bucket = bucket;
        this.feeds = feeds;
    }

    /** Puts page and feed; returns how many bytes that were, by document. */
    @Incoming("documents")
    @Outgoing("rendered")
    @Blocking
    public Record<String, Long> render(Record<String, String> document)
            throws IOException, FeedException, MinioException {
        JsonNode read = json.readTree(document.value());
        String did = read.path("did").asText();
        String rkey = read.path("rkey").asText();
        byte[] page = SimplePage.render(read.path("record"));
        bucket.put(SimplePage.key(did, rkey), page, "text/html; charset=utf-8");
        byte[] feed = feeds.with(did, rkey, read.path("record"));
        bucket.put("feeds/" + did + ".xml", feed, "application/rss+xml; charset=utf-8");
        return Record.of(document.key(), (long) page.length + feed.length);
    }
}
