package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.process.Patience;
import dev.pressline.testing.endtoend.PdsTestbed.Account;
import dev.pressline.testing.endtoend.PdsTestbed.Listed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the pipeline makes of repositories on a real PDS, and of what their owners do there. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class BackfillFromPdsTest {

    private static final String DOCUMENTS = "site.standard.document";
    private static final String SECOND = Rows.rev(2);
    private static final String THIRD = Rows.rev(3);
    private static final String PUBLICATIONS = "site.standard.publication";

    /** A blob that is late is looked at again after half a minute. */
    private static final Patience A_WHILE =
            new Patience(Duration.ofSeconds(120), Duration.ofMillis(500));

    @TempDir static Path data;

    private static PdsTestbed pds;
    private static RunningPipeline pipeline;

    @BeforeAll
    @Timeout(300)
    static void start() {
        if (!PdsTestbed.isInstalled()) {
            String skipped = "BackfillFromPdsTest is skipped: testing/pds/install.sh was not run";
            System.out.println(skipped);
            Assumptions.abort(skipped);
        }
        pds = PdsTestbed.start();
        pipeline = RunningPipeline.start(data, pds.environment());
    }

    @AfterAll
    static void stop() throws Exception {
        if (pipeline != null) {
            pipeline.close();
        }
        if (pds != null) {
            pds.close();
        }
    }

    @Test
    @Order(1)
    void repos_ofDidPlcAndDidWeb_becomeWhatThePdsLists() {
        for (Account account : pds.accounts()) {
            // Given
            account.put(DOCUMENTS, SECOND, document(account, "Second"));

            // When
            JsonNode state = pipeline.backfill(account.did());

            // Then
            assertThat(state.path("phase").asText()).as(state.toString()).isEqualTo("done");
            assertThat(state.path("records").asInt()).isEqualTo(3);
            assertShowsWhatIsListed(account);
        }
    }

    @Test
    @Order(2)
    void blobs_ofThePds_areKeptWithTheBytesOfTheirCid() {
        for (Account account : pds.accounts()) {
            // Given
            Listed seeded = account.list(DOCUMENTS).get(seededKey(account));
            String icon = blob(only(account, PUBLICATIONS), "icon");
            String cover = blob(seeded, "coverImage");

            // When
            A_WHILE.await("the cover of " + account.did(), () -> coverStored(account, seeded));

            // Then
            for (String cid : List.of(icon, cover)) {
                assertThat(pipeline.site().get("blobs/" + cid))
                        .as(cid)
                        .isEqualTo(HexFormat.of().formatHex(Cid.parse(cid).digest()));
            }
        }
    }

    @Test
    @Order(3)
    void repos_changedAndReadAgain_showUpdatesAndAdditionsAndLoseWhatWasDeleted() {
        for (Account account : pds.accounts()) {
            // Given
            String seeded = seededKey(account);
            account.put(DOCUMENTS, SECOND, document(account, "Second, edited"));
            account.put(DOCUMENTS, THIRD, document(account, "Third"));
            account.delete(DOCUMENTS, seeded);

            // When
            JsonNode state = pipeline.backfill(account.did());

            // Then
            assertThat(state.path("deleted").asInt()).as(state.toString()).isEqualTo(1);
            assertShowsWhatIsListed(account);
            assertThat(pipeline.text(page(account, SECOND))).contains("Second, edited");
            assertThat(pipeline.get(page(account, seeded)).statusCode()).isEqualTo(410);
            assertThat(pipeline.text("/author/" + path(account) + "/atom.xml"))
                    .contains("Third")
                    .doesNotContain("Hello, world");
        }
    }

    @Test
    @Order(4)
    void repos_unchangedAndReadAgain_changeNothing() {
        // Given
        Map<String, String> before = pipeline.site();

        // When
        pds.accounts().forEach(account -> pipeline.backfill(account.did()));

        // Then
        assertThat(pipeline.site()).isEqualTo(before);
        assertThat(pipeline.deadLetters()).isZero();
    }

    @Test
    @Order(5)
    void handle_ofATopLevelDomainForTests_isRefusedWithTheReason() {
        JsonNode state = pipeline.backfill(pds.accounts().getFirst().handle());

        assertThat(state.path("phase").asText()).isEqualTo("refused");
        assertThat(state.path("detail").asText()).contains("never resolved");
    }

    private static void assertShowsWhatIsListed(Account account) {
        Map<String, Listed> listed = account.list(DOCUMENTS);
        assertThat(shown(account)).isEqualTo(listed.keySet());
        listed.forEach(
                (rkey, record) -> {
                    JsonNode document = normalized(account, rkey);
                    assertThat(document.path("cid").asText()).isEqualTo(record.cid());
                    assertThat(document.path("title")).isEqualTo(record.value().path("title"));
                    assertThat(document.path("text")).isEqualTo(record.value().path("textContent"));
                    assertThat(document.path("canonicalUrl").asText())
                            .isEqualTo(
                                    "https://blog.example.test"
                                            + record.value().path("path").asText());
                    assertThat(pipeline.get(page(account, rkey)).statusCode()).isEqualTo(200);
                });
    }

    /** The record keys of the account's documents that are on the site. */
    private static Set<String> shown(Account account) {
        String folder = "document/" + account.did() + '/';
        return pipeline.site().keySet().stream()
                .filter(key -> key.startsWith(folder) && key.endsWith("/index.json"))
                .map(key -> key.substring(folder.length(), key.lastIndexOf('/')))
                .collect(Collectors.toSet());
    }

    private static ObjectNode document(Account account, String title) {
        return ContractJson.mapper()
                .createObjectNode()
                .put("$type", DOCUMENTS)
                .put(
                        "site",
                        "at://"
                                + account.did()
                                + '/'
                                + PUBLICATIONS
                                + '/'
                                + only(account, PUBLICATIONS).rkey())
                .put("path", '/' + title.substring(0, 5))
                .put("title", title)
                .put("textContent", "The text of " + title + '.')
                .put("publishedAt", "2026-02-03T04:05:06Z");
    }

    private static Listed only(Account account, String collection) {
        return account.list(collection).values().iterator().next();
    }

    private static String seededKey(Account account) {
        return account.list(DOCUMENTS).values().stream()
                .filter(each -> each.value().path("title").asText().equals("Hello, world"))
                .findFirst()
                .orElseThrow()
                .rkey();
    }

    private static String blob(Listed record, String field) {
        return record.value().at('/' + field + "/ref/$link").asText();
    }

    /** Empty while the document is out with its cover pending. */
    private static Optional<JsonNode> coverStored(Account account, Listed seeded) {
        return Optional.of(normalized(account, seeded.rkey()))
                .filter(each -> each.at("/coverImage/state").asText().equals("stored"));
    }

    private static JsonNode normalized(Account account, String rkey) {
        return pipeline.document(path(account), rkey);
    }

    private static String page(Account account, String rkey) {
        return "/document/" + path(account) + '/' + rkey + '/';
    }

    /** The DID as part of a URL's path. */
    private static String path(Account account) {
        return account.did().replace("%", "%25");
    }
}
