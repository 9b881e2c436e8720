package dev.pressline.testing.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identity.BareIdentity;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.Service;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees from outside, on one pipeline that lives through the whole class. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class PipelineTest {

    private static final String[] HISTORY = {
        Rows.publication(1, "https://blog.invalid"),
        Rows.document("one", 2, "One"),
        Rows.document("two", 3, "Two"),
        Rows.document("three", 4, "Three"),
        Rows.document("two", 5, "Two, edited"),
        Rows.document("four", 6, "Four"),
        Rows.delete("three", 7),
    };

    @TempDir static Path data;

    private static Signals signals;
    private static RunningPipeline pipeline;

    @BeforeAll
    static void start() throws IOException {
        signals = Signals.start();
        Map<String, String> settings = new HashMap<>(signals.settings());
        settings.put("PRESSLINE_ATPROTO_PLC_URL", "http://127.0.0.1:9/");
        pipeline = RunningPipeline.start(data, settings);
    }

    @AfterAll
    static void stop() {
        pipeline.close();
        signals.close();
    }

    private static String page(String rkey) {
        return "/document/" + Rows.DID + "/" + rkey + "/";
    }

    private static SyndFeed feed(String path) throws Exception {
        return new SyndFeedInput()
                .build(new XmlReader(new ByteArrayInputStream(pipeline.get(path).body())));
    }

    @Test
    @Order(1)
    void health_startedPipeline_isUpEverywhere() {
        for (Service service : Service.values()) {
            assertThat(List.of("live", "ready", "started"))
                    .as(service.title())
                    .allMatch(each -> pipeline.isUp(service, each));
        }
    }

    @Test
    @Order(1)
    void metrics_ofAStartedPipeline_areThereAtZero() {
        Signals.assertThereAtZero(pipeline.scrape());
    }

    @Test
    @Order(2)
    void seed_imported_becomesTheIdealDocument() throws Exception {
        // Given
        String seed = resource("seed.json");
        JsonNode record = RunningPipeline.json(seed.getBytes(StandardCharsets.UTF_8));
        String folder = ObjectKeys.document(BareIdentity.uri(record));

        // When
        pipeline.importRows(record.toString());

        // Then
        JsonNode document = RunningPipeline.json(pipeline.get("/" + folder + "index.json").body());
        assertThat(document.path("tags")).isEmpty();
        assertThat(sha256(document.path("text").asText()))
                .isEqualTo("691d37e3940b4e3d337d51f1e09708e3f94ce9bdbfd4c226fea1c9ae460ad92f");
        assertThat(document.path("cid").asText())
                .isEqualTo("bafyreiazrf5xtyyvrssdtx3l5gc3mcvdhwjhfyyacgfbey7yvvuthv2dde");
        assertThat(document.path("canonicalUrl").asText())
                .isEqualTo("https://www.fightforthefuture.org" + record.path("path").asText());
        assertThat(pipeline.text("/" + folder)).contains("<h1").contains("Cancels Ring");
    }

    @Test
    @Order(3)
    void history_imported_isReadableAsPagesAndFeeds() throws Exception {
        // When
        pipeline.importRows(HISTORY);

        // Then
        assertThat(pipeline.text(page("two")))
                .contains("Two, edited")
                .contains("&lt;b&gt;no&lt;/b&gt; markup &amp; all");
        assertThat(pipeline.document(Rows.DID, "one").path("canonicalUrl").asText())
                .isEqualTo("https://blog.invalid/one");
        for (String channel :
                List.of("/publication/" + Rows.DID + "/paper/", "/author/" + Rows.DID + "/")) {
            assertThat(pipeline.get(channel).statusCode()).isEqualTo(200);
            for (String format : List.of("rss.xml", "atom.xml")) {
                assertThat(feed(channel + format).getEntries())
                        .as(channel + format)
                        .extracting(entry -> entry.getTitle())
                        .containsExactlyInAnyOrder("One", "Two, edited", "Four");
            }
            assertThat(
                            RunningPipeline.json(pipeline.get(channel + "feed.json").body())
                                    .path("items"))
                    .hasSize(3);
        }
        assertThat(pipeline.text("/")).contains("Two, edited");
    }

    @Test
    @Order(4)
    void deleted_document_isGoneFromPageAndFeeds() {
        // Then
        assertThat(pipeline.get(page("three")).statusCode()).isEqualTo(410);
        assertThat(pipeline.get(page("never")).statusCode()).isEqualTo(404);
        assertThat(pipeline.text("/atom.xml"))
                .doesNotContain("Three")
                .contains("at:deleted-entry ref=\"tag:pressline.dev,2026:", "/three\" when=");
        assertThat(pipeline.text("/")).doesNotContain("Three");
    }

    @Test
    @Order(4)
    void lists_ofTheSite_leadToItsPublicationAndPages() {
        // When
        String opml = pipeline.text("/opml.xml");
        String index = pipeline.text("/sitemap.xml");

        // Then
        assertThat(opml).contains("/publication/" + Rows.DID + "/", "/atom.xml\" htmlUrl=");
        assertThat(index).contains("/sitemap-newest.xml", "/sitemap-publications.xml");
        assertThat(pipeline.text("/sitemap-newest.xml"))
                .contains("/author/" + Rows.DID + "/")
                .doesNotContain("/document/");
        assertThat(pipeline.text("/sitemap-publications.xml")).doesNotContain("/publication/");
    }

    @Test
    @Order(5)
    void olderRev_arrivingLate_changesNothing() {
        // Given
        Map<String, String> before = pipeline.site();
        long puts = pipeline.puts();

        // When
        pipeline.importRows(
                Rows.document("two", 1, "Two, stale"), Rows.document("three", 6, "Three, risen"));

        // Then
        assertThat(pipeline.site()).isEqualTo(before);
        assertThat(pipeline.puts()).isEqualTo(puts);
    }

    @Test
    @Order(6)
    void sameInput_againShuffledAndDoubled_givesTheSameBytesAndPutsNothing() {
        // Given
        Map<String, String> before = pipeline.site();
        long puts = pipeline.puts();
        List<String> shuffled = new ArrayList<>(Arrays.asList(HISTORY));
        shuffled.addAll(shuffled);
        Collections.shuffle(shuffled, new Random(7));

        // When
        pipeline.importRows(shuffled.toArray(String[]::new));

        // Then
        assertThat(pipeline.site()).isEqualTo(before);
        assertThat(pipeline.puts()).isEqualTo(puts);
    }

    @Test
    @Order(7)
    void http_conditionalAndForeignMethods_answeredByTheBook() {
        // Given
        HttpResponse<byte[]> first = pipeline.get(page("one"));
        String etag = first.headers().firstValue("ETag").orElseThrow();

        // When
        HttpResponse<byte[]> again =
                pipeline.get(page("one"), "If-None-Match", "\"other\", W/" + etag);

        // Then
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(etag);
        assertThat(pipeline.request("HEAD", page("one")).statusCode()).isEqualTo(200);
        assertThat(pipeline.request("DELETE", page("one")).statusCode()).isEqualTo(405);
        assertThat(pipeline.get("/document/%2e%2e/secret").statusCode()).isEqualTo(404);
        assertThat(first.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    @Order(7)
    void http_acceptedCodings_getBytesAndTagsOfTheirOwn() throws IOException {
        // Given
        HttpResponse<byte[]> plain = pipeline.get(page("one"));

        // When
        HttpResponse<byte[]> gzip = pipeline.get(page("one"), "Accept-Encoding", "gzip");
        HttpResponse<byte[]> zstd = pipeline.get(page("one"), "Accept-Encoding", "gzip, zstd");

        // Then
        assertThat(Stream.of(plain, gzip, zstd).map(each -> header(each, "ETag")))
                .doesNotHaveDuplicates();
        assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(zstd, "Content-Encoding")).isEqualTo("zstd");
        assertThat(List.of(plain, gzip, zstd))
                .allSatisfy(each -> assertThat(header(each, "Vary")).isEqualTo("Accept-Encoding"));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())))
                .hasBinaryContent(plain.body());
        assertThat(
                        pipeline.get(
                                        page("one"),
                                        "Accept-Encoding",
                                        "gzip",
                                        "If-None-Match",
                                        header(gzip, "ETag"))
                                .statusCode())
                .isEqualTo(304);
    }

    @Test
    @Order(7)
    void http_rangesOfBlobs_areServedAndOfPagesIgnored() {
        // Given
        String blob = "blobs/did:web:ranges.example/bafkranges";
        pipeline.keep(Addresses.SITE_BUCKET, blob, "0123456789".getBytes(UTF_8));

        // When
        HttpResponse<byte[]> part = pipeline.get("/" + blob, "Range", "bytes=2-4");
        HttpResponse<byte[]> beyond = pipeline.get("/" + blob, "Range", "bytes=10-");

        // Then
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("234".getBytes(UTF_8));
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 2-4/10");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */10");
        assertThat(pipeline.get("/" + blob).body()).hasSize(10);
        assertThat(pipeline.get(page("one"), "Range", "bytes=0-1").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(7)
    void http_pathWithoutItsSlash_leadsToThePage() {
        // When
        HttpResponse<byte[]> answer =
                pipeline.get(page("one").substring(0, page("one").length() - 1));

        // Then
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(header(answer, "Location")).isEqualTo(page("one"));
    }

    @Test
    @Order(7)
    void search_forWordsOfADocument_findsItAndNoOtherWords() {
        // When
        String found =
                pipeline.await(
                        "a document to be found",
                        () ->
                                Optional.of(pipeline.text("/search/?q=one"))
                                        .filter(html -> html.contains(page("one").substring(1))));

        // Then
        assertThat(found).contains("<meta name=\"robots\" content=\"noindex\">");
        assertThat(pipeline.text("/search/?q=%3Cscript%3E+nowhere"))
                .contains("Nothing was found")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    @Order(8)
    void push_withoutToken_isRefused() {
        assertThat(pipeline.postUnauthorized(Rows.document("five", 9, "Five")).statusCode())
                .isEqualTo(401);
        assertThat(pipeline.get(page("five")).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(9)
    void poison_amongGoodRows_isDeadLetteredAloneAndOnce() {
        // Given
        long before = pipeline.deadLetters();
        String[] rows = {
            "{not json",
            "[1,2,3]",
            "{\"uri\":\"at://nobody\",\"record\":{}}",
            "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
            "{\"uri\":\"at://"
                    + Rows.DID
                    + "/site.standard.document/big\",\"record\":{\"title\":\""
                    + "x".repeat(10_000_000)
                    + "\"}}",
            Rows.document("six", 10, "Six"),
        };

        // When
        JsonNode answer = pipeline.importRows(rows);

        // Then
        assertThat(answer.path("deadLettered").asInt()).isEqualTo(5);
        assertThat(answer.path("rejected"))
                .extracting(each -> each.path("line").asInt())
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(pipeline.deadLetters()).isEqualTo(before + 5);
        assertThat(pipeline.get(page("six")).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(10)
    void oddRecords_imported_arePublishedNeverRejected() {
        // Given
        long before = pipeline.deadLetters();
        String uri = "at://" + Rows.DID + "/site.standard.document/";
        String rev = Rows.rev(11);
        String[] rows = {
            "{\"uri\":\""
                    + uri
                    + "odd1\",\"rev\":\""
                    + rev
                    + "\",\"record\":{\"title\":7,\"tags\":\"x\",\"publishedAt\":[],\"content\":{\"$type\":\"no.such.format\"}}}",
            "{\"uri\":\""
                    + uri
                    + "odd2\",\"rev\":\""
                    + rev
                    + "\",\"record\":{\"title\":\"A\\u0000B\",\"textContent\":\"lone \\ud800 surrogate\"}}",
            "{\"uri\":\"" + uri + "odd3\",\"rev\":\"" + rev + "\",\"record\":{}}",
        };

        // When
        pipeline.importRows(rows);

        // Then
        assertThat(pipeline.deadLetters()).isEqualTo(before);
        assertThat(List.of("odd1", "odd2", "odd3"))
                .allMatch(rkey -> pipeline.get(page(rkey)).statusCode() == 200);
    }

    @Test
    @Order(11)
    void revFromTheFuture_imported_isDeadLettered() {
        // Given
        long before = pipeline.deadLetters();
        String row = Rows.document("future", 12, "Future").replace(Rows.rev(12), "7zzzzzzzzzzzz");

        // When
        pipeline.importRows(row);

        // Then
        assertThat(pipeline.deadLetters()).isEqualTo(before + 1);
        assertThat(pipeline.get(page("future")).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(12)
    void events_onEveryTopic_areWhatTheContractSays() {
        // When
        List<ConsumerRecord<String, byte[]>> events = pipeline.events(Topics.PUBLISHED);

        // Then
        assertThat(events)
                .extracting(ConsumerRecord::topic)
                .contains(
                        Topics.RAW, Topics.NORMALIZED, Topics.JOBS, Topics.FEEDS, Topics.RENDERED);
        assertThat(events).allSatisfy(event -> assertThat(Contract.faults(event)).isEmpty());
    }

    @Test
    @Order(13)
    void deadLetters_ofEveryStage_sayWhyAndWhence() {
        // When
        List<ConsumerRecord<String, byte[]>> letters = pipeline.events(Topics.DEAD_LETTERS);

        // Then
        assertThat(letters).isNotEmpty();
        assertThat(letters)
                .allSatisfy(letter -> assertThat(Contract.deadLetterFaults(letter)).isEmpty());
    }

    @Test
    @Order(14)
    void giantRecord_imported_isPublishedAndStopsNothing() {
        // Given
        long before = pipeline.deadLetters();
        String giant =
                Rows.document("giant", 13, "Giant " + "t".repeat(300_000))
                        .replace("First paragraph", "word ".repeat(250_000));

        // When
        pipeline.importRows(giant, Rows.document("seven", 14, "Seven"));

        // Then
        assertThat(pipeline.deadLetters()).isEqualTo(before);
        assertThat(pipeline.document(Rows.DID, "giant").path("words").asInt())
                .isGreaterThan(250_000);
        assertThat(pipeline.get(page("giant")).statusCode()).isEqualTo(200);
        assertThat(pipeline.get(page("seven")).statusCode()).isEqualTo(200);
        assertThat(pipeline.text("/")).contains("Seven").contains("Giant tttt");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PipelineTest.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    @Order(100)
    void document_publishedAgainAtItsAddress_redirectsUntilTheLaterOneIsDeleted() {
        // When
        pipeline.importRows(
                Rows.document("old", 200, "Written once", "/written"),
                Rows.document("new", 201, "Written twice", "/written/"));

        // Then
        HttpResponse<byte[]> old = pipeline.get(page("old"));
        assertThat(old.statusCode()).isEqualTo(301);
        assertThat(old.headers().firstValue("Location")).contains(page("new"));
        assertThat(pipeline.get(page("old") + "index.json").headers().firstValue("Location"))
                .contains(page("new") + "index.json");
        assertThat(pipeline.text("/author/" + Rows.DID + "/atom.xml"))
                .contains("Written twice")
                .doesNotContain("Written once");

        // When
        pipeline.importRows(Rows.delete("new", 202));

        // Then
        assertThat(pipeline.get(page("old")).statusCode()).isEqualTo(200);
        assertThat(pipeline.text(page("old"))).contains("Written once");
        assertThat(pipeline.get(page("new")).statusCode()).isEqualTo(410);
    }

    @Test
    @Order(101)
    void feedsOfATag_comeWithItsSecondDocumentAndLeaveWithIt() {
        // When
        pipeline.importRows(Rows.tagged("inky", 210, "Of ink", "ink"));

        // Then
        assertThat(pipeline.text("/tag/ink/")).contains("Of ink").doesNotContain("ink/atom.xml");
        assertThat(pipeline.get("/tag/ink/atom.xml").statusCode()).isEqualTo(404);

        // When
        pipeline.importRows(Rows.tagged("pen", 211, "Of pens", "ink"));

        // Then
        assertThat(pipeline.text("/tag/ink/")).contains("tag/ink/atom.xml\"");
        assertThat(pipeline.text("/tag/ink/atom.xml")).contains("Of ink", "Of pens");

        // When
        pipeline.importRows(Rows.document("pen", 212, "Of pens"));

        // Then
        assertThat(pipeline.text("/tag/ink/")).contains("Of ink").doesNotContain("Of pens");
        assertThat(pipeline.get("/tag/ink/atom.xml").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(102)
    void job_ofATransactionThatWasGivenUp_isNotDone() {
        // Given
        pipeline.importRows(Rows.document("kept", 220, "To be kept"));
        String folder = page("kept").substring(1);
        ConsumerRecord<String, byte[]> print =
                pipeline.events(List.of(Topics.JOBS)).stream()
                        .filter(job -> folder.equals(job.key()))
                        .findFirst()
                        .orElseThrow();
        String removal =
                "{\"type\":\"remove-document\",\"uri\":\"%s\",\"gone\":true}"
                        .formatted("at://" + Rows.DID + "/site.standard.document/kept");

        // When
        pipeline.sendInVain(
                new ProducerRecord<>(
                        Topics.JOBS,
                        print.partition(),
                        folder,
                        removal.getBytes(StandardCharsets.UTF_8),
                        print.headers()));
        pipeline.importRows(Rows.document("behind", 221, "Behind it"));

        // Then
        assertThat(pipeline.get(page("behind")).statusCode()).isEqualTo(200);
        assertThat(pipeline.get(page("kept")).statusCode()).isEqualTo(200);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @Order(11)
    void liveDocument_rendered_isCountedOnceByEachStage() {
        signals.publish(pipeline);
        Signals.assertCounted(pipeline.scrape());
    }

    @Test
    @Order(201)
    void liveDocument_rendered_leavesATraceFromItsSourceToItsPage() {
        signals.assertTraced(pipeline);
    }

    @Test
    @Order(202)
    void metrics_ofAllServices_areNamedByTheRules_andAreAllThatDashboardsAndAlertsAskFor() {
        Scrape scrape = pipeline.scrape();
        assertThat(MetricRules.broken(scrape)).isEmpty();
        assertThat(Observability.queries())
                .hasSizeGreaterThan(50)
                .flatExtracting(query -> Observability.missing(query, scrape))
                .isEmpty();
    }
}
