package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.atproto.LoopbackHost;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Handle;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

/** What becomes of records that are attacks in every field, in the store and in a real browser. */
@Timeout(600)
class HostilePagesTest {

    private static final String DID = "did:plc:hostilehostilehostileab";
    private static final byte[] PICTURE = Pictures.png(0xc0ffee);

    private static final Path PROFILES = Path.of("target/chromium");

    /** Of pages that are alike one in so many is opened, no divisor of the number of variants. */
    private static final int EVERY = 5;

    private static final int EVERY_WITH_POLICY = 11;

    private static final Set<String> GIANTS =
            Set.of(
                    "/marks/index.html",
                    "/zalgo/index.html",
                    "/joined/index.html",
                    "/items/index.html",
                    "/deep/index.html",
                    "author/" + DID + "/index.html");

    /** What nobody can do harm with as a path, a file name or an address. */
    private static final String KEY = "[A-Za-z0-9._~:-]+(/[A-Za-z0-9._~:-]+)*";

    private static final Set<String> FOLDERS =
            Set.of(
                    "document",
                    "publication",
                    "author",
                    "tag",
                    "archive",
                    "assets",
                    "blobs",
                    "defects",
                    "subscribe",
                    "search",
                    "gone");

    private static final List<String> RKEYS =
            List.of("..", ".", "../../x", "a/b", "%2e%2e", "a\\b", "a\r\nb", "<x>", "a b", "");

    @TempDir static Path data;

    private static LoopbackHost plc;
    private static LoopbackHost pds;
    private static RunningPipeline pipeline;
    private static HostileRecords records;
    private static JsonNode answer;
    private static final Map<String, byte[]> OBJECTS = new TreeMap<>();

    @BeforeAll
    @Timeout(600)
    static void start() {
        pds =
                LoopbackHost.start(
                        LoopbackHost.answering("200 OK", "Content-Type: image/png\r\n", PICTURE));
        plc = LoopbackHost.start(LoopbackHost.answering("200 OK", "", didDocument()));
        pipeline =
                RunningPipeline.start(
                        data,
                        Map.of(
                                "PRESSLINE_ATPROTO_PLC_URL",
                                plc.url(),
                                "PRESSLINE_ATPROTO_ALLOW_LOOPBACK",
                                "true"));
        records = HostileRecords.of(DID, PICTURE);
        answer =
                pipeline.importRows(
                        Stream.of(Stream.of(records.rows()), odd(), giants())
                                .flatMap(rows -> rows)
                                .toArray(String[]::new));
        pipeline.tellAccount(DID, Rows.rev(50), account());
        pipeline.awaitQuiet();
        OBJECTS.putAll(pipeline.contents());
    }

    @AfterAll
    static void stop() {
        pipeline.close();
        plc.close();
        pds.close();
    }

    private static String didDocument() {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("id", DID);
        ArrayNode names = document.putArray("alsoKnownAs");
        Attacks.handles().forEach(each -> names.add("at://" + each));
        document.putArray("service")
                .addObject()
                .put("id", "#atproto_pds")
                .put("type", "AtprotoPersonalDataServer")
                .put("serviceEndpoint", pds.url());
        return document.toString();
    }

    /** An event that names a handle, as those of identities do. */
    private static String account() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("active", true)
                .put("handle", Attacks.handles().getFirst())
                .toString();
    }

    /** Record keys that are none. */
    private static Stream<String> odd() {
        return RKEYS.stream().map(rkey -> row(rkey, document("Odd")));
    }

    private static Stream<String> giants() {
        ObjectNode marks = document("T" + "\u0301".repeat(1_000_000));
        ObjectNode zalgo = document(("T" + "\u0301".repeat(30)).repeat(30_000));
        ObjectNode joined = document("\u0915\u093f".repeat(30_000));
        joined.put("textContent", joined.path("title").asText());
        ObjectNode items = document("Ten thousand items");
        ObjectNode list = items.putObject("content").put("$type", "pub.leaflet.content");
        ArrayNode children =
                list.putArray("pages")
                        .addObject()
                        .put("$type", "pub.leaflet.pages.linearDocument")
                        .putArray("blocks")
                        .addObject()
                        .putObject("block")
                        .put("$type", "pub.leaflet.blocks.unorderedList")
                        .putArray("children");
        for (int i = 0; i < 10_000; i++) {
            children.addObject()
                    .putObject("content")
                    .put("$type", "pub.leaflet.blocks.text")
                    .put("plaintext", i + " <b onclick=alert(1)>\"'--></script>");
        }
        ObjectNode deep = document("Deep");
        deep.putObject("content")
                .put("$type", "org.wordpress.html")
                .put("html", "<blockquote><ul><li>".repeat(3_000) + "<script>alert(1)</script>");
        return Stream.of(
                row("marks", marks),
                row("zalgo", zalgo),
                row("joined", joined),
                row("items", items),
                row("deep", deep));
    }

    private static ObjectNode document(String title) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("$type", "site.standard.document")
                .put("site", "https://hostile.invalid")
                .put("title", title)
                .put("publishedAt", "2026-03-01T10:00:00Z");
    }

    private static String row(String rkey, JsonNode record) {
        return HostileRecords.row(DID, "site.standard.document", rkey, 1, record);
    }

    private static Stream<Map.Entry<String, byte[]>> objects(String ending) {
        return OBJECTS.entrySet().stream().filter(each -> each.getKey().endsWith(ending));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void records_madeByWalkingTheLexicons_attackEveryFieldOfThem() {
        // Given
        Set<String> missed = new TreeSet<>();
        for (String published :
                List.of(
                        "site.standard.document",
                        "site.standard.publication",
                        "pub.leaflet.blocks.",
                        "pub.leaflet.pages.",
                        "pub.leaflet.richtext.",
                        "pub.leaflet.content",
                        "pub.leaflet.document",
                        "blog.pckt.",
                        "app.offprint.",
                        "at.markpub.",
                        "app.greengale.document",
                        "app.greengale.blog.entry",
                        "com.whtwnd.blog.entry")) {
            missed.addAll(records.walk().fields(published));
        }

        // When
        missed.removeAll(records.walk().visited());

        // Then
        assertThat(missed).isEmpty();
        assertThat(records.walk().visited()).hasSizeGreaterThan(100);
    }

    @Test
    void records_ofAttacks_arePublishedUnlessTheyHaveNoIdentity() {
        // Then
        assertThat(answer.path("rejected"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.path("reason").asText()).isEqualTo("bad-uri"));
        assertThat(objects("index.json").count()).isGreaterThan(170);
        assertThat(pipeline.deadLetters()).isEqualTo(answer.path("deadLettered").asLong());
    }

    @Test
    void handles_ofAttacks_areAskedForAndRefused() {
        // Given
        byte[] account = pipeline.values(Topics.NORMALIZED, DID).getLast().orElseThrow();

        // When
        List<JsonNode> authors =
                objects("index.json")
                        .flatMap(each -> authors(RunningPipeline.json(each.getValue())))
                        .toList();

        // Then
        assertThat(plc.requests()).anyMatch(path -> path.contains("hostilehostile"));
        assertThat(RunningPipeline.json(account).path("handle").asText())
                .isEqualTo(Handle.INVALID.value());
        assertThat(authors)
                .hasSizeGreaterThan(100)
                .allSatisfy(author -> assertThat(author.path("handle").isNull()).isTrue());
    }

    private static Stream<JsonNode> authors(JsonNode document) {
        return document.path("authors").valueStream();
    }

    @Test
    void keys_ofObjects_stayBelowTheirFolders() {
        assertThat(OBJECTS.keySet())
                .allSatisfy(
                        key -> {
                            assertThat(key).matches(KEY);
                            assertThat(List.of(key.split("/", -1))).doesNotContain(".", "..");
                            if (key.contains("/")) {
                                assertThat(FOLDERS).contains(key.substring(0, key.indexOf('/')));
                            }
                        });
    }

    @Test
    void pages_ofAttacks_holdNothingButWhatIsAllowed() {
        // Given
        Map<String, List<String>> faults = new TreeMap<>();

        // When
        objects(".html")
                .forEach(each -> note(each, SafeHtml.ofPage(text(each.getValue())), faults));

        // Then
        assertThat(SafeHtml.forbiddenAmongAllowed()).isEmpty();
        assertThat(faults).isEmpty();
    }

    private static void note(
            Map.Entry<String, byte[]> object,
            List<String> found,
            Map<String, List<String>> faults) {
        if (!found.isEmpty()) {
            faults.put(object.getKey(), found);
        }
    }

    @Test
    void feeds_ofAttacks_areWellFormedAndHoldNothingButWhatIsAllowed() throws Exception {
        // Given
        Map<String, List<String>> faults = new TreeMap<>();
        int items = 0;

        // When
        for (Map.Entry<String, byte[]> object : OBJECTS.entrySet()) {
            List<String> contents = contents(object);
            items += contents.size();
            note(object, contents.stream().flatMap(HostilePagesTest::faults).toList(), faults);
        }

        // Then
        assertThat(items).isGreaterThan(200);
        assertThat(faults).isEmpty();
    }

    private static Stream<String> faults(String content) {
        return SafeHtml.ofContent(content).stream();
    }

    private static List<String> contents(Map.Entry<String, byte[]> object) throws Exception {
        List<String> contents = new ArrayList<>();
        if (object.getKey().endsWith("feed.json")) {
            RunningPipeline.json(object.getValue())
                    .path("items")
                    .forEach(item -> contents.add(item.path("content_html").asText()));
        } else if (object.getKey().endsWith(".xml")) {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var feed =
                    factory.newDocumentBuilder().parse(new ByteArrayInputStream(object.getValue()));
            for (String name : List.of("content:encoded", "content")) {
                NodeList found = feed.getElementsByTagName(name);
                IntStream.range(0, found.getLength())
                        .forEach(i -> contents.add(found.item(i).getTextContent()));
            }
        }
        return contents;
    }

    @Test
    void headers_ofAnswersToAttacks_areThoseOfEveryAnswer() {
        for (String path : strange()) {
            // When
            HttpResponse<byte[]> page = pipeline.get(path);

            // Then
            assertThat(page.statusCode()).as(path).isIn(200, 301, 404);
            assertThat(page.headers().map()).doesNotContainKey("set-cookie");
            assertThat(page.headers().firstValue("Location").orElse("/")).doesNotStartWith("//");
            assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
            if (page.statusCode() != 301) {
                assertThat(SafeHtml.ofPage(text(page.body()))).as(path).isEmpty();
            }
        }
    }

    /** What an attacker has somebody else ask for. */
    private static List<String> strange() {
        return Attacks.all().stream()
                .map(each -> URLEncoder.encode(each, StandardCharsets.UTF_8))
                .flatMap(each -> Stream.of("/search/?q=" + each, '/' + each, "/tag/" + each + '/'))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pages_ofAttacks_runNothingInChromiumWithTheirPolicyOrWithout(boolean withPolicy)
            throws Exception {
        // Given
        Optional<Path> browser = Chromium.installed();
        assumeTrue(browser.isPresent(), "no Chromium is installed");
        String origin = pipeline.siteUrl();
        Map<String, List<String>> faults = new TreeMap<>();
        List<String> pages = chosen(withPolicy ? EVERY_WITH_POLICY : EVERY);

        // When
        try (Chromium chromium =
                Chromium.start(browser.get(), PROFILES.resolve("policy-" + withPolicy))) {
            chromium.ignorePolicies(!withPolicy);
            for (String key : pages) {
                List<String> found =
                        Misdeeds.of(chromium.open(origin + key.replace("index.html", "")), origin);
                if (!found.isEmpty()) {
                    faults.put(key, found);
                }
            }
        }

        // Then
        assertThat(faults).isEmpty();
    }

    private static List<String> chosen(int every) {
        List<String> all =
                Stream.concat(objects(".html").map(Map.Entry::getKey), searches()).toList();
        return IntStream.range(0, all.size())
                .filter(i -> i % every == 0 || GIANTS.stream().anyMatch(all.get(i)::endsWith))
                .mapToObj(all::get)
                .toList();
    }

    private static Stream<String> searches() {
        return strange().stream()
                .filter(each -> each.startsWith("/search"))
                .map(p -> p.substring(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>pwned=1</script>",
                "<img src=x onerror=alert(1)>",
                "<img src=https://evil.example/x.png>",
                "<iframe src=javascript:alert(1)></iframe>",
                "<svg onload=pwned=1>",
                "<link rel=stylesheet href=https://evil.example/x.css>"
            })
    void page_thatDoesWhatItMustNot_isFoundOut(String html) throws Exception {
        // Given
        Optional<Path> browser = Chromium.installed();
        assumeTrue(browser.isPresent(), "no Chromium is installed");
        try (LoopbackHost host =
                        LoopbackHost.start(
                                LoopbackHost.answering(
                                        "200 OK", "Content-Type: text/html\r\n", html));
                Chromium chromium = Chromium.start(browser.get(), PROFILES.resolve("control"))) {
            // When
            List<JsonNode> events = chromium.open(host.url());

            // Then
            assertThat(Misdeeds.of(events, host.url())).isNotEmpty();
        }
    }
}
