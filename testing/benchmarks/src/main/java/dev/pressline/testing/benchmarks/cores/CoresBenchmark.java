package dev.pressline.testing.benchmarks.cores;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.store.Sha256;
import dev.pressline.render.feed.FeedItem;
import dev.pressline.render.feed.FeedRenderer;
import dev.pressline.render.page.DocumentPage;
import dev.pressline.render.page.Neighbours;
import dev.pressline.render.page.PageRenderer;
import dev.pressline.render.page.SiteSettings;
import dev.pressline.testing.benchmarks.corpus.Row;
import dev.pressline.testing.benchmarks.normalize.Documents;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What each core does with one document of the corpus; {@link #parse} is the baseline. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CoresBenchmark {

    private static final long SEED = 42;
    private static final int VARIETY = 1_000;
    private static final SiteSettings SITE = new SiteSettings("https://bench.example", "Bench");

    private final ObjectMapper json = new ObjectMapper();
    private final Documents documents = new Documents();
    private final PageRenderer pages = new PageRenderer(SITE);
    private final FeedRenderer feeds = new FeedRenderer(SITE);
    private final List<byte[]> records = Row.records(SEED, VARIETY);
    private final List<Document> normalized = records.stream().map(documents::normalize).toList();
    private final List<byte[]> written =
            normalized.stream().map(each -> ContractJson.write(Normalized.class, each)).toList();
    private int turn;

    private <T> T next(List<T> of) {
        turn = (turn + 1) % VARIETY;
        return of.get(turn);
    }

    /** The baseline: its JSON as a tree, nothing else. */
    @Benchmark
    public JsonNode parse() throws IOException {
        return json.readTree(next(records));
    }

    /** The hash of its JSON. */
    @Benchmark
    public String hash() {
        return Sha256.hex(next(records));
    }

    /** From the bytes of a record to the normalized document. */
    @Benchmark
    public Document normalize() {
        return documents.normalize(next(records));
    }

    /** The normalized document as bytes. */
    @Benchmark
    public byte[] write() {
        return ContractJson.write(Normalized.class, next(normalized));
    }

    /** The same read again. */
    @Benchmark
    public Normalized read() {
        return ContractJson.read(next(written));
    }

    /** Its page. */
    @Benchmark
    public byte[] page() {
        return pages.document(
                new DocumentPage(next(normalized), Optional.empty(), Neighbours.NONE, true));
    }

    /** Its item for the feeds of all formats. */
    @Benchmark
    public FeedItem item() {
        return feeds.item(next(normalized));
    }
}
